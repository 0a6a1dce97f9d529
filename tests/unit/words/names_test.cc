// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/names.h"

#include <catch2/catch.hpp>

using namespace tongxing::words;

TEST_CASE("each script has its own order and its own marks") {
  CHECK(chinese_name({"米", "艾玛"}) == "米艾玛");
  CHECK(chinese_name({"欧阳", "晓雯"}) == "欧阳晓雯");
  CHECK(chinese_name({"", "阿卜杜拉·买买提"}) == "阿卜杜拉·买买提");
  CHECK(chinese_name({"米", "Emma"}) == "米 Emma");
  CHECK(chinese_name({"𠮷", "𬭎"}) == "𠮷𬭎");
  CHECK(latin_name({"Miller", "Emma Rose"}) == "MILLER, EMMA ROSE");
  CHECK(pinyin_name({"Lin", "Xiaowen"}) == "LIN XIAOWEN");
}

TEST_CASE("a single name stands alone, in whichever part it was given") {
  CHECK(latin_name({"", "Suharto"}) == "SUHARTO");
  CHECK(latin_name({"Suharto", ""}) == "SUHARTO");
  CHECK(chinese_name({"", ""}) == "");
  CHECK(pinyin_name({"", "Zhaxi"}) == "ZHAXI");
}

TEST_CASE("capitals change case and nothing else") {
  CHECK(capitals("O’Neill-D'Arcy") == "O’NEILL-D'ARCY");
  CHECK(capitals("Müller Straße") == "MÜLLER STRAßE");
  CHECK(capitals("Łukasz Ñuñez Øre") == "ŁUKASZ ÑUÑEZ ØRE");
  CHECK(capitals("ﬁ") == "ﬁ");  // a ligature has no single capital
  CHECK(capitals("米艾玛 محمد") == "米艾玛 محمد");
  CHECK(capitals("\xFF"
                 "a") ==
        "\xFF"
        "A");
}

TEST_CASE("the cover finds two lines to call somebody by") {
  PersonName emma{
      .chinese = {"米", "艾玛"}, .pinyin = {"Mi", "Aima"}, .latin = {"Miller", "Emma Rose"}};
  CHECK(cover_name(emma).first == "米艾玛");
  CHECK(cover_name(emma).second == "MILLER, EMMA ROSE");
  CHECK(cover_name(emma).first_is_chinese);

  PersonName xiaowen{.chinese = {"林", "晓雯"}, .pinyin = {"Lin", "Xiaowen"}};
  CHECK(cover_name(xiaowen).second == "LIN XIAOWEN");

  PersonName james{.latin = {"Miller", "James Robert"}};
  CHECK(cover_name(james).first == "MILLER, JAMES ROBERT");
  CHECK(cover_name(james).second.empty());
  CHECK_FALSE(cover_name(james).first_is_chinese);

  PersonName omar{.latin = {"Haddad", "Omar"}, .native = "عمر حداد"};
  CHECK(cover_name(omar).first == "HADDAD, OMAR");
  CHECK(cover_name(omar).second == "عمر حداد");

  CHECK(cover_name({}).first.empty());
  CHECK(one_line_name(emma) == "米艾玛 MILLER, EMMA ROSE");
  CHECK(one_line_name(james) == "MILLER, JAMES ROBERT");
}

TEST_CASE("running text uses the script of its language where it can") {
  PersonName xiaowen{.chinese = {"林", "晓雯"}, .pinyin = {"Lin", "Xiaowen"}};
  CHECK(name_in(Script::chinese, xiaowen) == "林晓雯");
  CHECK(name_in(Script::latin, xiaowen) == "LIN XIAOWEN");
  PersonName only_chinese{.chinese = {"林", "晓雯"}};
  CHECK(name_in(Script::latin, only_chinese) == "林晓雯");
  PersonName omar{.latin = {"Haddad", "Omar"}, .native = "عمر حداد"};
  CHECK(name_in(Script::latin, omar) == "HADDAD, OMAR");
}

TEST_CASE("a masked number shows four characters at most, and never more than half") {
  CHECK(masked("310100198807040025") == "…0025");
  CHECK(last_characters("310100198807040025") == "0025");
  CHECK(masked("E1234") == "…34");
  CHECK(masked("7") == "…");
  CHECK(masked("") == "…");
  CHECK(masked("护照壹贰叁肆伍陆") == "…叁肆伍陆");
}
