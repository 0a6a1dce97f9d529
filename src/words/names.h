// SPDX-License-Identifier: GPL-3.0-or-later
// How a person's name stands on paper.
//
// Names are data: characters are never exchanged, simplified or dropped here. The only change is
// that Latin letters are put in capitals one by one, as travel documents print them (ICAO Doc 9303
// part 3, 3.4); ß has no simple capital and stays.
#pragma once

#include <string>
#include <string_view>

namespace tongxing::words {

/// One spelling. A person with a single name has one of the two, the other is empty.
struct NameParts {
  std::string surname, given;
  bool empty() const { return surname.empty() && given.empty(); }
  bool operator==(const NameParts&) const = default;
};

/// Everything a profile says about how a person is called; any part may be empty.
struct PersonName {
  NameParts chinese = {};       ///< 米 / 艾玛
  NameParts pinyin = {};        ///< MI / AIMA
  NameParts latin = {};         ///< as a foreign passport has it: Miller / Emma Rose
  std::string native = {};      ///< any other script, whole, in its own order
  bool pinyin_derived = false;  ///< `pinyin` is our proposal, not the family's word
};

/// 米艾玛; 欧阳晓雯. Parts that both are Latin or a given name in another script get a space.
std::string chinese_name(const NameParts& parts);
/// MILLER, EMMA ROSE; a single name stands alone. Capitals.
std::string latin_name(const NameParts& parts);
/// LIN XIAOWEN: surname first, no comma, as on Chinese documents. Capitals.
std::string pinyin_name(const NameParts& parts);
/// The surname or given name alone, in capitals, for combed boxes.
std::string capitals(std::string_view latin);

/// The two lines under which a packet is found: the cover's large name.
struct CoverName {
  std::string first;  ///< Chinese if there is one, else Latin, pinyin, native
  std::string
      second;  ///< in another script than `first`: Latin, else pinyin, else native; may be empty
  bool first_is_chinese = false;
};
CoverName cover_name(const PersonName& name);

/// One line: 米艾玛 MILLER, EMMA ROSE; a foreigner's Latin name alone. For table cells and heads.
std::string one_line_name(const PersonName& name);

/// The name in running text of one language: the Chinese name in Chinese and the Latin (or pinyin)
/// one in English where there is one, otherwise whatever there is.
enum class Script : bool { chinese, latin };
std::string name_in(Script preferred, const PersonName& name);

/// …0025: an ellipsis and the last four characters; of a number shorter than eight, half of it.
std::string masked(std::string_view number);
/// 0025: what `masked` leaves readable.
std::string last_characters(std::string_view number);

}  // namespace tongxing::words
