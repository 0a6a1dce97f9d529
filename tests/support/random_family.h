// SPDX-License-Identifier: GPL-3.0-or-later
// Invented families by seed: every fact of the schema is absent, explicitly unknown or given, as
// the numbers fall. The same seed makes the same family on every machine.
#pragma once

#include <array>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/rules.h"

namespace tongxing::test {

/// Facts by concrete path, as text: "people.kid.passports.0.country" → "US". A list that is known
/// to be empty stands as "none" under its own path. What is given but not known is "unknown".
using Family = std::map<std::string, std::string>;

/// Numbers that are the same everywhere; the distributions of the library are not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
  bool percent(std::size_t share) { return below(100) < share; }
  template <class List>
  const auto& one_of(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::mt19937_64 engine_;
};

namespace detail {

/// The facts as the tree that they are in the file.
struct Branch {
  std::string value;
  std::map<std::string, Branch> below;
};

inline void write(const Branch& branch, std::size_t depth, std::string& out) {
  if (branch.below.empty()) {
    out += " \"" + branch.value + "\"\n";
    return;
  }
  out += "\n";
  const bool list = branch.below.contains("0");
  for (const auto& [key, child] : branch.below) {
    out += std::string(2 * depth, ' ') + (list ? "-" : key + ":");
    write(child, depth + 1, out);
  }
}

}  // namespace detail

/// As a family would write it.
inline std::string yaml_of(const Family& family) {
  detail::Branch root;
  for (const auto& [path, value] : family) {
    auto* at = &root;
    std::istringstream steps(path);
    for (std::string step; std::getline(steps, step, '.');) at = &at->below[step];
    at->value = value;
  }
  std::string out;
  detail::write(root, 0, out);
  return out.substr(1);
}

/// What a profile says, as a family that can be changed.
inline Family family_of(const model::Profile& profile) {
  Family family;
  for (const auto& [path, fact] : profile.facts) {
    if (fact.type != model::FactType::lines && !fact.implied) family[path] = fact.text;
  }
  for (const auto& [list, count] : profile.counts) {
    if (count == 0) family[list] = "none";
    for (std::size_t i = 0; i < count; ++i) {
      const auto element = list + "." + std::to_string(i);
      const auto found = family.lower_bound(element);
      if (found == family.end() || !found->first.starts_with(element)) family[element] = "unknown";
    }
  }
  return family;
}

/// 18 characters with the check of GB 11643-1999.
inline std::string id_number(std::string seventeen) {
  constexpr std::array weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (seventeen[i] - '0');
  return seventeen + "10X98765432"[sum % 11];
}

/// Makes one family after the other.
class RandomFamilies {
 public:
  RandomFamilies(const model::RuleBook& book, std::uint64_t seed) : book_(book), chance_(seed) {
    for (const auto& [id, paper] : book.papers) papers_.push_back(id.value);
  }

  /// From nothing.
  Family fresh() {
    family_ = {};
    begin(chance_.percent(60) ? "child" : "applicant");
    walk(book_.schema.root, "");
    family_.insert(roles_.begin(), roles_.end());
    return family_;
  }

  /// A family that is told of, with some facts forgotten, some unknown and some others.
  Family like(const Family& told) {
    auto other = fresh();
    std::set<std::string> keys;
    family_ = told;
    for (const auto& [path, value] : told) {
      if (path.starts_with("people.")) keys.insert(path.substr(7, path.find('.', 7) - 7));
    }
    for (const auto& [path, value] : told) {
      if (is_frame(path)) continue;
      const bool listed = path.find(".0") != path.npos || path.find(".1") != path.npos;
      if (!listed && chance_.percent(8))
        family_.erase(path);
      else if (chance_.percent(4))
        family_[path] = "unknown";
      else if (chance_.percent(8))
        redraw(path);
    }
    const std::vector<std::string> list(keys.begin(), keys.end());
    for (const auto& [path, value] : other) {
      if (is_frame(path) || !chance_.percent(6)) continue;
      auto moved = path;
      if (path.starts_with("people.")) {
        moved = "people." + chance_.one_of(list) + path.substr(path.find('.', 7));
      }
      const auto* declared = book_.schema.find(moved);
      if (declared && declared->type == model::FactType::person) continue;
      put(moved, value);
    }
    if (chance_.percent(30)) redraw("as_of");
    if (chance_.percent(20)) redraw("city");
    return family_;
  }

  /// One from nothing, one that is like another, and so on.
  Family any(std::uint64_t seed, const std::vector<Family>& told) {
    return seed % 2 == 0 ? fresh() : like(chance_.one_of(told));
  }

  /// Sets one fact, and takes away what cannot stand beside it.
  static void put(Family& family, const std::string& path, const std::string& value) {
    // A value above or below this path would make it both one value and a map.
    for (auto dot = path.rfind('.'); dot != std::string::npos && dot > 0;
         dot = path.rfind('.', dot - 1)) {
      family.erase(path.substr(0, dot));
    }
    const auto below = path + ".";
    for (auto at = family.lower_bound(below); at != family.end() && at->first.starts_with(below);) {
      at = family.erase(at);
    }
    // A list has no holes.
    for (auto dot = path.find(".1"); dot != std::string::npos; dot = path.find(".1", dot + 1)) {
      if (dot + 2 < path.size() && path[dot + 2] != '.') continue;
      const auto first = path.substr(0, dot) + ".0";
      const auto found = family.lower_bound(first);
      if (found == family.end() || !found->first.starts_with(first)) family[first] = "unknown";
    }
    family[path] = value;
  }

  /// The parts that are never taken away: without them it is another question.
  static bool is_frame(std::string_view path) {
    return path == "case" || path == "city" || path == "as_of" || path.starts_with("requested") ||
           path.find(".roles") != std::string_view::npos;
  }

  Chance& chance() { return chance_; }

 private:
  void put(const std::string& path, const std::string& value) { put(family_, path, value); }

  void redraw(const std::string& path) {
    const auto* declared = book_.schema.find(path);
    if (!declared || declared->type == model::FactType::person) return;
    put(path, value(*declared, path));
  }

  /// Who is in the family.
  void begin(const std::string& who) {
    keys_ = {"kid"};
    roles_.clear();
    roles_["people.kid.roles.0"] = who;
    if (chance_.percent(15)) roles_["people.kid.roles.1"] = who == "child" ? "applicant" : "host";
    if (chance_.percent(15)) add("kin", who);
    for (const char* role : {"father", "mother"}) {
      if (chance_.percent(75)) add(role, role);
    }
    for (const char* role : {"guardian", "agent", "inviter", "host"}) {
      if (!chance_.percent(30)) continue;
      if (keys_.size() > 1 && chance_.percent(40)) {
        roles_["people." + keys_.back() + ".roles.1"] = role;  // one person, two parts
      } else {
        add(role, role);
      }
    }
    today_ = day("2019-01-01").plus_days(static_cast<int>(chance_.below(365 * 12)));
  }
  void add(const std::string& key, const std::string& role) {
    keys_.push_back(key);
    roles_["people." + key + ".roles.0"] = role;
  }

  void walk(const model::Node& node, const std::string& path) {
    using Kind = model::Node::Kind;
    const auto below = [&](const std::string& step) {
      return path.empty() ? step : path + "." + step;
    };
    switch (node.kind) {
      case Kind::fact: {
        const auto dice = chance_.below(100);
        if (dice < 20)
          family_[path] = "unknown";
        else if (dice < 70)
          family_[path] = value(book_.schema.facts[node.declaration], path);
        return;
      }
      case Kind::group:
        for (const auto& child : node.children) walk(child, below(child.name));
        return;
      case Kind::list: {
        if (path.ends_with(".roles")) return;
        if (path == "requested" && chance_.percent(40)) return;
        const auto dice = chance_.below(100);
        if (dice < 12) return;
        if (dice < 20 || dice < 28) {
          family_[path] = dice < 20 ? "unknown" : "none";
          if (path == "requested") family_[path] = "auto";
          return;
        }
        for (std::size_t i = 0; i <= (dice > 75 ? 1U : 0U); ++i) {
          const auto element = below(std::to_string(i));
          walk(node.children.front(), element);
          const auto found = family_.lower_bound(element);
          if (found == family_.end() || !found->first.starts_with(element)) {
            family_[element] = "unknown";  // an element of which nothing is told
          }
        }
        return;
      }
      case Kind::map:
        if (path == "people") {
          for (const auto& key : keys_) walk(node.children.front(), below(key));
          return;
        }
        for (int i = 0; i < 2; ++i) walk(node.children.front(), below(chance_.one_of(papers_)));
    }
  }

  std::string date_near() {
    constexpr std::array days = {-9000, -6000, -2000, -400, -366, -183, -181, -180, -91,  -90, -60,
                                 -31,   -30,   -7,    -1,   0,    1,    7,    15,   30,   31,  60,
                                 90,    91,    180,   181,  183,  364,  366,  800,  1900, 3600};
    return today_.plus_days(chance_.one_of(days)).iso();
  }

  std::string birth_date() {
    constexpr std::array ages = {0, 1, 4, 5, 9, 15, 16, 17, 18, 24, 30, 40, 59, 60, 69, 70, 80};
    auto born = today_.plus_months(-12 * chance_.one_of(ages))
                    .plus_days(static_cast<int>(chance_.below(3)) - 1);
    const auto text = born.iso();
    const auto dice = chance_.below(20);
    return dice == 0 ? text.substr(0, 4) : dice == 1 ? text.substr(0, 7) : text;
  }

  /// Any of the family will do for a test; but nobody is father and mother.
  std::string somebody(const std::string& path) {
    const bool father = path.ends_with(".father");
    if (!father && !path.ends_with(".mother")) return chance_.one_of(keys_);
    std::vector<std::string> free{"unknown"};
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const bool named = keys_[i] == "father" || keys_[i] == "mother";
      if (named ? (keys_[i] == "father") == father : (i % 2 == 0) == father) {
        free.push_back(keys_[i]);
      }
    }
    const auto dice = chance_.below(60);
    return free.size() == 1 ? free.front() : free[1 + dice % (free.size() - 1)];
  }

  std::string value(const model::Declaration& declared, const std::string& path) {
    using Type = model::FactType;
    constexpr std::array countries = {"CN", "CN", "US", "US", "GB", "HK", "MO", "TW", "FR", "VN"};
    constexpr std::array cities = {"shanghai",  "beijing", "shenzhen",
                                   "guangzhou", "haikou",  "wuhan"};
    constexpr std::array numbers = {0,  1,  2,  3,  6,  12, 15,  29,  30,
                                    31, 33, 48, 60, 90, 91, 180, 181, 365};
    switch (declared.type) {
      case Type::yes_no:
        return chance_.percent(50) ? "yes" : "no";
      case Type::choice:
        return chance_.one_of(declared.choices).id;
      case Type::date:
        return path == "as_of" ? today_.iso() : date_near();
      case Type::partial_date:
        return path.ends_with("birth_date") ? birth_date() : date_near();
      case Type::number:
        return std::to_string(chance_.one_of(numbers));
      case Type::country:
        return chance_.one_of(countries);
      case Type::city:
        return chance_.one_of(cities);
      case Type::person:
        return somebody(path);
      case Type::document:
        return chance_.one_of(papers_);
      case Type::procedure:
        return chance_.percent(20) ? "auto" : chance_.one_of(book_.order).value;
      case Type::case_id:
        return "TX-1";
      case Type::id:
        return "en";
      case Type::id_number: {
        auto number = std::to_string(10000000 + chance_.below(89999999));
        return id_number("310100" + number + "004");
      }
      case Type::phone:
        return "13000000000";
      case Type::email:
        return "emma@example.org";
      case Type::postcode:
        return "200000";
      case Type::file:
        return "photo.jpg";
      case Type::text:
      case Type::lines:
        break;
    }
    if (path.ends_with(".category"))
      return chance_.one_of(std::array{"L", "Z", "X1", "Q1", "D", "C"});
    if (path.find(".zh.") != std::string::npos) return chance_.percent(70) ? "米" : "李";
    return chance_.percent(70) ? "MILLER" : "LI";
  }

  const model::RuleBook& book_;
  Chance chance_;
  Family family_, roles_;
  std::vector<std::string> keys_, papers_;
  Date today_ = day("2026-11-23");
};

/// Everything that samples and cases tell of.
inline std::vector<Family> told_families() {
  namespace fs = std::filesystem;
  std::vector<fs::path> files;
  for (const char* folder : {"tests/cases", "samples"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(TONGXING_SOURCE_DIR) / folder)) {
      if (fs::exists(entry.path() / "profile.yaml")) files.push_back(entry.path() / "profile.yaml");
    }
  }
  std::ranges::sort(files);
  std::vector<Family> list;
  for (const auto& file : files) list.push_back(family_of(profile_of(slurp(file.string()))));
  return list;
}

}  // namespace tongxing::test
