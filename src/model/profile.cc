// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile.h"

#include <algorithm>

namespace tongxing::model {

namespace {

template <class T>
std::optional<T> held(const decltype(Fact::value)& value) {
  const auto* known = std::get_if<T>(&value);
  return known != nullptr ? std::optional<T>(*known) : std::nullopt;
}

}  // namespace

std::optional<bool> Fact::yes_no() const {
  return held<bool>(value);
}
std::optional<std::int64_t> Fact::number() const {
  return held<std::int64_t>(value);
}
std::optional<PartialDate> Fact::partial_date() const {
  return held<PartialDate>(value);
}
std::optional<Date> Fact::date() const {
  const auto partial = partial_date();
  return partial ? partial->whole() : std::nullopt;
}

bool Person::has_role(std::string_view role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

const Fact* Profile::find(std::string_view path) const {
  const auto found = facts.find(path);
  return found == facts.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Profile::count(std::string_view list) const {
  const auto found = counts.find(list);
  return found == counts.end() ? std::nullopt : std::optional(found->second);
}

const Person* Profile::person(const PersonKey& key) const {
  const auto found = std::find_if(people.begin(), people.end(),
                                  [&](const Person& person) { return person.key == key; });
  return found == people.end() ? nullptr : &*found;
}

std::vector<PersonKey> Profile::with_role(std::string_view role) const {
  std::vector<PersonKey> keys;
  for (const auto& person : people)
    if (person.has_role(role)) keys.push_back(person.key);
  return keys;
}

std::vector<std::string> Profile::keys(std::string_view map) const {
  const std::string start = std::string(map) + ".";
  std::vector<std::string> keys;
  for (auto at = facts.lower_bound(start); at != facts.end() && at->first.starts_with(start);
       ++at) {
    const auto rest = std::string_view(at->first).substr(start.size());
    const auto key = rest.substr(0, rest.find('.'));
    if (keys.empty() || keys.back() != key) keys.emplace_back(key);
  }
  return keys;
}

std::string fact_path(const PersonKey& person, std::string_view rest) {
  return "people." + person.value + "." + std::string(rest);
}

std::string dump(const Profile& profile) {
  std::string out;
  for (const auto& [path, fact] : profile.facts) {
    out += path + " = " + fact.text + (fact.implied ? " (implied)" : "") + "\n";
  }
  for (const auto& [list, count] : profile.counts)
    out += list + " has " + std::to_string(count) + "\n";
  for (const auto& repair : profile.repairs) out += "mended: " + english(repair.what) + "\n";
  for (const auto& advisory : profile.advisories)
    out += advisory.code.value + " " + advisory.path +
           (advisory.other.empty() ? "" : " and " + advisory.other) + ": " +
           english(advisory.what) + "\n";
  return out;
}

}  // namespace tongxing::model
