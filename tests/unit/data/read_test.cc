// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "data/value.h"

using namespace tongxing;
using data::Value;

namespace {

/// One line a node: path, kind, text, the source text of its span.
void outline(const Value& value, const Sources& sources, const std::string& path,
             std::string& out) {
  const auto text = sources.text(value.where.file);
  const auto source =
      std::string(text.substr(value.where.begin, value.where.end - value.where.begin));
  if (value.is_empty()) out += path + " empty <" + source + ">\n";
  if (value.is_scalar())
    out += path + (value.quoted ? " quoted [" : " plain [") + value.text + "] <" + source + ">\n";
  if (value.is_list()) out += path + " list\n";
  if (value.is_map()) out += path + " map\n";
  for (std::size_t i = 0; i < value.items.size(); ++i)
    outline(value.items[i], sources, path + "." + std::to_string(i), out);
  for (const auto& entry : value.entries) {
    CHECK(text.substr(entry.key_where.begin, entry.key_where.end - entry.key_where.begin)
              .find(entry.key.substr(0, 1)) != std::string_view::npos);
    outline(entry.value, sources, path + "." + entry.key, out);
  }
}

std::string tree(std::string_view name, const std::string& text) {
  Sources sources;
  const auto read = data::read(name, text, sources);
  std::string out;
  if (!read) {
    for (const auto& error : read.error())
      out += print(error, sources, {.values = ShowValues::yes});
    return out;
  }
  outline(read->root, sources, "", out);
  return out;
}

/// code line:column, one a line.
std::string errors(std::string_view name, const std::string& text,
                   const data::Limits& limits = {}) {
  Sources sources;
  const auto read = data::read(name, text, sources, limits);
  std::string out;
  if (read) return "no error";
  for (const auto& error : read.error()) {
    out += error.code;
    if (error.where.file != FileId::none) {
      const auto place = sources.place(error.where.file, error.where.begin);
      out += " " + std::to_string(place.line) + ":" + std::to_string(place.column);
    }
    out += " " + english(error.what) + "\n";
  }
  return out;
}

std::vector<std::string> repairs(const std::string& text) {
  Sources sources;
  const auto read = data::read("a.yaml", text, sources);
  REQUIRE(read);
  std::vector<std::string> out;
  for (const auto& repair : read->repairs) out.push_back(english(repair.what));
  return out;
}

}  // namespace

TEST_CASE("every scalar of YAML is the text that stands there, with its place") {
  CHECK(tree("a.yaml",
             "surname: no\n"
             "flat: 1e3\n"
             "number: 007\n"
             "single: 'it''s'\n"
             "double: \"a\\tb\\u4E2D\" # note\n"
             "姓: 林  \n"
             "nothing:\n"
             "tilde: ~\n"
             "nil: null\n"
             "name: Null\n"
             "list: [ab, 'c d']\n"
             "anchor: &x text\n"
             "again: *x\n"
             "empty: ''\n") ==
        " map\n"
        ".surname plain [no] <no>\n"
        ".flat plain [1e3] <1e3>\n"
        ".number plain [007] <007>\n"
        ".single quoted [it's] <'it''s'>\n"
        ".double quoted [a\tb中] <\"a\\tb\\u4E2D\">\n"
        ".姓 plain [林] <林>\n"
        ".nothing empty <>\n"
        ".tilde empty <~>\n"
        ".nil empty <null>\n"
        ".name plain [Null] <Null>\n"
        ".list list\n"
        ".list.0 plain [ab] <ab>\n"
        ".list.1 quoted [c d] <'c d'>\n"
        ".anchor plain [text] <text>\n"
        ".again plain [text] <text>\n"
        ".empty quoted [] <''>\n");
}

TEST_CASE("every scalar of JSON is the text that stands there, with its place") {
  CHECK(tree("a.json",
             "{ \"surname\": \"no\", \"flat\": 1e3, \"n\": -12,\n"
             "  \"yes\": true, \"none\": null, \"list\": [1, [], {}],\n"
             "  \"姓\": \"a\\\"b\\\\\", \"rare\": \"\\uD842\\uDFB7\" }\n") ==
        " map\n"
        ".surname quoted [no] <\"no\">\n"
        ".flat plain [1e3] <1e3>\n"
        ".n plain [-12] <-12>\n"
        ".yes plain [true] <true>\n"
        ".none empty <null>\n"
        ".list list\n"
        ".list.0 plain [1] <1>\n"
        ".list.1 list\n"
        ".list.2 map\n"
        ".姓 quoted [a\"b\\] <\"a\\\"b\\\\\">\n"
        ".rare quoted [𠮷] <\"\\uD842\\uDFB7\">\n");
}

TEST_CASE("JSON is known by its name or by its first sign") {
  CHECK(tree("x", "{\"a\": \"\\uD842\\uDFB7\"}") == " map\n.a quoted [𠮷] <\"\\uD842\\uDFB7\">\n");
  CHECK(tree("x.yaml", "{a: b}") == " map\n.a plain [b] <b>\n");
  CHECK(errors("x.json", "a: b").starts_with("P001 1:1"));
}

TEST_CASE("an empty file is an empty value") {
  CHECK(tree("a.yaml", "") == " empty <>\n");
  CHECK(tree("a.yaml", "# nothing\n") == " empty <>\n");
}

TEST_CASE("what is wrong is said with its place") {
  const auto [name, text, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"a.yaml", "a: 1\nb: 2\na: 3\n", "P002 3:1 key 'a' is given twice\n"},
      {"a.json", "{\"a\": 1,\n \"a\": 2}", "P002 2:2 key 'a' is given twice\n"},
      {"a.yaml", "p: {x: 1, x: 2}\nq:\n  y: 1\n  y: 2\n",
       "P002 1:11 key 'x' is given twice\nP002 4:3 key 'y' is given twice\n"},
      {"a.yaml", "a: &r [*r]\n", "P001 1:8 this alias refers to itself or to nothing\n"},
      {"a.yaml", "? [a]\n: b\n", "P001 1:3 a key must be a word, not a list or a map\n"},
      {"a.yaml", "a: 1\n---\nb: 2\n",
       "P001 2:1 a second document begins here; a profile is one document\n"},
      {"a.yaml", "a: \"\\x07\"\n", "P013 1:4 a control character, U+0007\n"},
      {"a.json", "{\"a\": \"\\u0000\"}", "P013 1:7 a control character, U+0000\n"},
      {"a.yaml", "a: b\x04\nc: d\x1b\n",
       "P013 1:5 a control character, U+0004\nP013 2:5 a control character, U+001B\n"},
      {"a.yaml", "a: \xff\xff\n", "P012 the file is neither UTF-8 nor GB18030 text\n"},
  }));
  CHECK(errors(name, text) == expected);
}

TEST_CASE("broken syntax is told with a place and never throws") {
  const auto [name, text, start] = GENERATE(table<const char*, const char*, const char*>({
      {"a.yaml", "a: [1, 2\n", "P001 "},
      {"a.yaml", "a: b: c\n", "P001 1:5 "},
      {"a.yaml", "a:\n  - [b, c\nd: e\n", "P001 3:"},
      {"a.yaml", "\ta: 1\n", "P001 1:"},
      {"a.yaml", "a: *nobody\n", "P001 1:4"},
      {"a.yaml", "a: \"\\uD842\"\n", "P001 1:"},
      {"a.json", "{\"a\": 1", "P001 1:"},
      {"a.json", "{\"a\": \"\\uD842\"}", "P001 1:"},
      {"a.json", "{\"a\": 007}", "P001 1:"},
      {"a.json", "", "P001 1:1"},
      {"a.json", "{\"a\": 1e999}", "P001 1:"},
  }));
  INFO(errors(name, text));
  CHECK(errors(name, text).starts_with(start));
}

TEST_CASE("limits are named") {
  const auto nested = [](std::size_t depth, char open, char close) {
    return std::string(depth, open) + std::string(depth, close);
  };
  CHECK(tree("a.json", nested(64, '[', ']')).starts_with(" list\n"));
  CHECK(errors("a.json", nested(65, '[', ']')) == "P003 1:65 nested deeper than 64 levels\n");
  CHECK(errors("a.json", nested(1'000'000, '[', ']')) ==
        "P003 1:65 nested deeper than 64 levels\n");
  CHECK(errors("a.yaml", nested(65, '[', ']')) == "P003 1:65 nested deeper than 64 levels\n");
  CHECK(errors("a.yaml", "- " + std::string(100'000, '[')).starts_with("P003 1:"));

  CHECK(errors("a.yaml", "[a, b, c]", {.nodes = 3}) == "P003 1:8 more than 3 values\n");
  CHECK(errors("a.yaml", "[a, b]", {.nodes = 3}) == "no error");
  CHECK(errors("a.yaml", std::string(2 << 20, ' '), {.bytes = 1 << 20}) ==
        "P003 the file is larger than 1 MB\n");
}

TEST_CASE("a bomb of aliases is stopped before it expands") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const auto last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int k = 0; k < 9; ++k) bomb += ", " + last;
    bomb += "]\n";
  }
  CHECK(errors("a.yaml", bomb).find("more than 100000 values") != std::string::npos);
}

TEST_CASE("aliases cannot nest deeper than the limit") {
  std::string chain = "a0: &a0 [x]\n";
  for (int i = 1; i < 80; ++i)
    chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) +
             "]\n";
  CHECK(errors("a.yaml", chain).find("nested deeper than 64 levels") != std::string::npos);
}

TEST_CASE("what is mended is reported") {
  using List = std::vector<std::string>;
  CHECK(repairs("a: b\n") == List{});
  CHECK(repairs("\xEF\xBB\xBF"
                "a: b\n") == List{"a byte order mark was taken out"});
  CHECK(repairs("a: b\r\nc: d\r\n") == List{"line ends of Windows were made plain"});
  CHECK(repairs("a:\u00a0b\n") == List{"no-break or full-width spaces were made plain"});
  CHECK(repairs("a: b\u200bc\n") == List{"an invisible character was taken out: U+200B"});
  CHECK(repairs("ａｂ: c\n") == List{"full-width letters in a key were made plain"});
  CHECK(repairs("a: \xc1\xd6\xcf\xfe\xf6\xa9\n") ==
        List{"the file was in GB18030 and was read as such"});
}

TEST_CASE("encodings give the same text") {
  const std::string expected = " map\n.a plain [林晓雯] <林晓雯>\n";
  CHECK(tree("a.yaml", "a: 林晓雯\n") == expected);
  CHECK(tree("a.yaml",
             "\xEF\xBB\xBF"
             "a: 林晓雯\r\n") == expected);
  CHECK(tree("a.yaml", "a: \xc1\xd6\xcf\xfe\xf6\xa9\n") == expected);
  CHECK(tree("a.yaml", std::string("\xff\xfe"
                                   "a\0:\0 \0\x97\x67\x53\x66\xef\x96\n\0",
                                   16)) == expected);
}

TEST_CASE("joiners that Persian names need stay, direction signs go") {
  CHECK(tree("a.yaml", "a: علی\u200cرضا\n") == " map\n.a plain [علی\u200cرضا] <علی\u200cرضا>\n");
  CHECK(tree("a.yaml", "a: x\u202ey\n") == " map\n.a plain [xy] <x\u202ey>\n");
}

TEST_CASE("a hint says what people do wrong most often") {
  const auto [text, hint] = GENERATE(table<const char*, const char*>({
      {"people:\n\tlin:\n", "indent with spaces, not with tabs"},
      {"a: 1\n姓名：林\nb: 2\n",
       "write an ordinary colon and a space (: ) instead of the full-width ："},
      {"note: a: b\n", "text that contains : # { [ or begins with * & ! % @ belongs in quotes"},
  }));
  Sources sources;
  const auto read = data::read("a.yaml", text, sources);
  REQUIRE_FALSE(read);
  REQUIRE(read.error().front().hints.size() == 1);
  CHECK(english(read.error().front().hints.front()) == hint);
}
