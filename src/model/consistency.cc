// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/consistency.h"

#include <algorithm>
#include <map>
#include <regex>

#include "base/source.h"
#include "model/national_id.h"

namespace tongxing::model {

namespace {

class Doubts {
 public:
  Doubts(const Profile& profile, const Schema& schema) : profile_(profile), schema_(schema) {}

  std::vector<ProfileAdvisory> run() {
    for (const auto& person : profile_.people) {
      identity(person);
      passports(person);
      nationality(person);
      signs_of_citizenship(person);
      life(person);
    }
    registers();
    denied_but_given();
    family();
    return std::move(found_);
  }

 private:
  const Fact* find(const std::string& path) const { return profile_.find(path); }
  const Fact* of(const Person& person, std::string_view rest) const {
    return find(fact_path(person.key, rest));
  }
  bool is_yes(const std::string& path) const { return says(path, true); }
  bool is_no(const std::string& path) const { return says(path, false); }
  bool says(const std::string& path, bool answer) const {
    const auto* fact = find(path);
    return fact != nullptr && fact->yes_no() == answer;
  }
  std::size_t count(const std::string& list) const { return profile_.count(list).value_or(0); }

  void raise(const char* code, std::string path, std::string other, Message what) {
    const auto* fact = find(path);
    found_.push_back({AdvisoryId(code), std::move(path), std::move(other), std::move(what),
                      fact != nullptr ? fact->where : Span{}});
  }

  /// `earlier` must not come after `later`. With `same_day` they may be equal.
  void in_order(const std::string& earlier, const std::string& later, Message what) {
    const auto* a = find(earlier);
    const auto* b = find(later);
    if (a == nullptr || b == nullptr || !a->date() || !b->date()) return;
    if (*a->date() > *b->date()) raise("W-CONTRADICTION", later, earlier, std::move(what));
  }

  void identity(const Person& person) {
    const auto path = fact_path(person.key, "national_id");
    const auto* id = find(path);
    if (id == nullptr) return;
    if (id->text[17] != id_check_character(id->text))
      raise("W-ID-CHECKSUM", path, "",
            "the last character of the ID number does not fit the others");
    const auto birth_path = fact_path(person.key, "birth_date");
    const auto* birth = find(birth_path);
    const auto within = id_birth_date(id->text);
    if (!within)
      raise("W-ID-DOB", path, "", "the birth date within the ID number does not exist");
    else if (birth != nullptr && differs(*within, *birth->partial_date()))
      raise("W-ID-DOB", path, birth_path, "the ID number holds another birth date");
    const auto sex_path = fact_path(person.key, "sex");
    const auto* sex = find(sex_path);
    if (sex != nullptr && (sex->text == "male") != id_is_male(id->text))
      raise("W-ID-SEX", path, sex_path, "the ID number belongs to the other sex");
  }

  static bool differs(Date day, const PartialDate& known) {
    return day.year() != known.year || (known.month && *known.month != day.month()) ||
           (known.day && *known.day != day.day());
  }

  /// Chinese numbers as guides print them; libraries disagree, so it is never more than a doubt.
  /// Any passport: capital letters and digits (ICAO Doc 9303-3).
  static bool usual_number(std::string_view country, const std::string& number) {
    static const std::regex kAny("[A-Z0-9]{5,12}");
    static const std::regex kChinese(
        "[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|[DS]E?[0-9]{7,8}|MA[0-9]{7}|K[0-9]{8}");
    return std::regex_match(number, country == "CN" ? kChinese : kAny);
  }

  void passports(const Person& person) {
    const auto list = fact_path(person.key, "passports");
    for (std::size_t i = 0; i < count(list); ++i) {
      const auto at = list + "." + std::to_string(i);
      in_order(at + ".issued", at + ".valid_until", "the passport ends before it begins");
      in_order(fact_path(person.key, "birth_date"), at + ".issued",
               "the passport is older than the person");
      const auto* number = find(at + ".number");
      const auto* country = find(at + ".country");
      if (number != nullptr && !usual_number(country != nullptr ? country->text : "", number->text))
        raise("W-NUMBER-FORMAT", at + ".number", "",
              "passport numbers of this country usually look different");
    }
    const auto permits = fact_path(person.key, "permits");
    for (std::size_t i = 0; i < count(permits); ++i) {
      const auto at = permits + "." + std::to_string(i);
      in_order(at + ".issued", at + ".valid_until", "the permit ends before it begins");
    }
  }

  /// An adult citizen of China with a foreign passport; for a child that is the case itself.
  void nationality(const Person& person) {
    if (person.has_role("child")) return;
    const auto list = fact_path(person.key, "nationalities");
    for (std::size_t i = 0; i < count(list); ++i) {
      const auto at = list + "." + std::to_string(i);
      const auto* country = find(at + ".country");
      if (country == nullptr || country->text != "CN" || find(at + ".until") != nullptr) continue;
      const auto passports = fact_path(person.key, "passports");
      for (std::size_t k = 0; k < count(passports); ++k) {
        const auto issuer = passports + "." + std::to_string(k) + ".country";
        if (const auto* other = find(issuer); other != nullptr && other->text != "CN")
          raise("W-CONTRADICTION", issuer, at + ".country",
                "a Chinese citizen with the passport of another country");
      }
    }
  }

  /// Identity number, register entry or passport of China; of a child, as above, it is the case
  /// itself. Foreigners who live here for good have a number too, beginning with 9.
  void signs_of_citizenship(const Person& person) {
    if (person.has_role("child")) return;
    const auto list = fact_path(person.key, "nationalities");
    if (!profile_.count(list)) return;
    for (std::size_t i = 0; i < count(list); ++i) {
      const auto* country = find(list + "." + std::to_string(i) + ".country");
      if (country == nullptr || is_one_of(country->text, {"CN", "HK", "MO", "TW"})) return;
    }
    const auto against = [&](const std::string& sign) {
      raise("W-CONTRADICTION", sign, count(list) > 0 ? list + ".0.country" : "",
            "only Chinese citizens have it, but the nationalities name no Chinese citizenship");
    };
    const auto id = fact_path(person.key, "national_id");
    if (const auto* number = find(id); number != nullptr && !number->text.starts_with('9'))
      against(id);
    const auto hukou = fact_path(person.key, "hukou.registered");
    if (is_yes(hukou)) against(hukou);
    const auto passports = fact_path(person.key, "passports");
    for (std::size_t k = 0; k < count(passports); ++k) {
      const auto issuer = passports + "." + std::to_string(k) + ".country";
      if (const auto* country = find(issuer); country != nullptr && country->text == "CN")
        against(issuer);
    }
  }
  static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  void life(const Person& person) {
    const auto path = [&](std::string_view rest) { return fact_path(person.key, rest); };
    if (is_yes(path("attends")) && is_no(path("alive")))
      raise("W-CONTRADICTION", path("attends"), path("alive"),
            "a person who has died cannot attend");
    for (const auto* surname : {"name.zh.surname", "name.latin.surname"})
      if (is_yes(path("name.single")) && of(person, surname) != nullptr)
        raise("W-CONTRADICTION", path(surname), path("name.single"),
              "a person with one name only has no surname");
    const auto* sex = of(person, "sex");
    if (sex == nullptr) return;
    if (person.has_role(sex->text == "male" ? "mother" : "father"))
      raise("W-CONTRADICTION", path("sex"), path("roles"), "the sex does not fit the role");
  }

  void registers() {
    for (const auto& child : profile_.people) {
      const auto own = fact_path(child.key, "hukou.registered");
      if (!child.has_role("child") || !is_no(own)) continue;
      for (const auto& parent : profile_.people) {
        const auto listed = fact_path(parent.key, "hukou.includes_child");
        if (is_yes(listed))
          raise("W-CONTRADICTION", own, listed, "the parent's household register lists the child");
      }
    }
  }

  /// `hukou: {registered: no, location: …}`
  void denied_but_given() {
    for (const auto& [path, fact] : profile_.facts) {
      if (fact.type != FactType::yes_no || fact.yes_no() != false) continue;
      const auto* declaration = schema_.find(path);
      const auto group = path.substr(0, path.rfind('.') + 1);
      for (const auto& sibling : declaration->implied_by)
        if (find(group + sibling) != nullptr) {
          raise("W-CONTRADICTION", path, group + sibling,
                "it is said not to be there, but described");
          break;
        }
    }
  }

  void family() {
    in_order("trip.depart", "trip.return", "the return is before the departure");
    const auto* status = find("marriage.status");
    if (status != nullptr && status->text == "never" && find("marriage.date") != nullptr)
      raise("W-CONTRADICTION", "marriage.status", "marriage.date",
            "never married, but with a date");
    for (const auto& person : profile_.people) {
      const auto birth = fact_path(person.key, "birth_date");
      if (person.has_role("father") || person.has_role("mother"))
        in_order(birth, "marriage.date", "the marriage is before the birth of a parent");
      if (!person.has_role("child")) continue;
      for (const auto& parent : profile_.people)
        if (parent.has_role("father") || parent.has_role("mother"))
          in_order(fact_path(parent.key, "birth_date"), birth, "the child is older than a parent");
    }
    same_passport_twice();
  }

  void same_passport_twice() {
    std::map<std::string, std::string> seen;
    for (const auto& person : profile_.people) {
      const auto list = fact_path(person.key, "passports");
      for (std::size_t i = 0; i < count(list); ++i) {
        const auto at = list + "." + std::to_string(i);
        const auto* number = find(at + ".number");
        if (number == nullptr) continue;
        const auto* country = find(at + ".country");
        const auto [first, fresh] = seen.emplace(
            (country != nullptr ? country->text : "") + " " + number->text, at + ".number");
        if (!fresh)
          raise("W-CONTRADICTION", at + ".number", first->second, "the same passport number twice");
      }
    }
  }

  const Profile& profile_;
  const Schema& schema_;
  std::vector<ProfileAdvisory> found_;
};

/// The father or mother of a child as named by it, else the only one there is.
const PersonKey* parent_of(const Profile& profile, const Person& child, std::string_view role,
                           const Fact*& named) {
  named = profile.find(fact_path(child.key, role));
  const Person* found = named != nullptr ? profile.person(PersonKey(named->text)) : nullptr;
  if (named != nullptr) return found != nullptr ? &found->key : nullptr;
  for (const auto& person : profile.people) {
    if (!person.has_role(role)) continue;
    if (found != nullptr) return nullptr;  // two: the child has to say which (C002)
    found = &person;
  }
  return found != nullptr ? &found->key : nullptr;
}

/// One person who is father and mother, by the roles or as a child names its parents.
void both_parents_at_once(const Profile& profile, Diagnostics& errors) {
  const auto report = [&](const PersonKey& who, Span where) {
    errors.push_back({"P015",
                      {"'{0}' cannot be father and mother at once", {{who.value}}},
                      where,
                      {"if one parent is not known, leave that parent out"}});
  };
  for (const auto& person : profile.people) {
    if (!person.has_role("father") || !person.has_role("mother")) continue;
    const Fact* second = nullptr;
    const auto roles = fact_path(person.key, "roles");
    for (std::size_t i = 0; i < profile.count(roles).value_or(0); ++i) {
      const auto* role = profile.find(roles + "." + std::to_string(i));
      if (role != nullptr && (role->text == "father" || role->text == "mother")) second = role;
    }
    report(person.key, second != nullptr ? second->where : person.where);
  }
  if (!errors.empty()) return;
  for (const auto& child : profile.people) {
    if (!child.has_role("child")) continue;
    const Fact *father_named = nullptr, *mother_named = nullptr;
    const auto* father = parent_of(profile, child, "father", father_named);
    const auto* mother = parent_of(profile, child, "mother", mother_named);
    if (father == nullptr || mother == nullptr || *father != *mother) continue;
    const auto* named = mother_named != nullptr ? mother_named : father_named;
    report(*father, named != nullptr ? named->where : child.where);
  }
}

}  // namespace

Diagnostics impossible(const Profile& profile) {
  Diagnostics errors;
  std::vector<std::string> keys;
  for (const auto& person : profile.people) keys.push_back(person.key.value);
  for (const auto& [path, fact] : profile.facts) {
    if (fact.type != FactType::person || profile.person(PersonKey(fact.text)) != nullptr) continue;
    std::vector<Message> hints;
    if (const auto near = nearest(fact.text, keys); !near.empty())
      hints.push_back({"did you mean '{0}'?", {{near}}});
    else
      hints.push_back("write the key that stands under 'people'");
    errors.push_back(
        {"P009", {"nobody under 'people' is called '{0}'", {{fact.text}}}, fact.where, hints});
  }
  if (errors.empty()) both_parents_at_once(profile, errors);
  std::map<std::string, const Person*> owners;
  for (const auto& person : profile.people) {
    const auto* id = profile.find(fact_path(person.key, "national_id"));
    if (id == nullptr) continue;
    const auto [first, fresh] = owners.emplace(id->text, &person);
    if (!fresh)
      errors.push_back({"P010",
                        {"'{0}' and '{1}' have the same ID number",
                         {{first->second->key.value}, {person.key.value}}},
                        id->where,
                        {"each ID number belongs to one person"}});
  }
  return errors;
}

std::vector<ProfileAdvisory> doubtful(const Profile& profile, const Schema& schema) {
  return Doubts(profile, schema).run();
}

}  // namespace tongxing::model
