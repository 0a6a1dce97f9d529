// SPDX-License-Identifier: GPL-3.0-or-later
// Tree of located values × schema → Profile, or everything that is wrong.
#include <algorithm>

#include "base/source.h"
#include "model/consistency.h"
#include "model/profile.h"
#include "model/scalar.h"

namespace tongxing::model {

namespace {

using data::Value;

/// Where the walk stands: the schema's node, the concrete path, the key the user wrote last.
struct Spot {
  const Node& node;
  std::string path;
  std::string key;
  Span key_where;

  std::string below(std::string_view step) const {
    return path.empty() ? std::string(step) : path + "." + std::string(step);
  }
};

bool says_nothing(const std::string& text) {
  return text.find_first_not_of(" \t\n") == std::string::npos || says_unknown(text);
}

class Walk {
 public:
  explicit Walk(const Schema& schema) : schema_(schema) {}

  void value(const Spot& place, const Value& value) {
    if (value.is_empty() || (value.is_scalar() && says_nothing(value.text))) return;
    switch (place.node.kind) {
      case Node::Kind::fact:
        return fact(place, value);
      case Node::Kind::group:
        return group(place, value);
      case Node::Kind::list:
        return list(place, value);
      case Node::Kind::map:
        return map(place, value);
    }
  }

  Profile profile;
  Diagnostics errors;

 private:
  void fail(std::string code, Message what, Span where, std::vector<Message> hints = {}) {
    errors.push_back({std::move(code), std::move(what), where, std::move(hints)});
  }

  void fact(const Spot& place, const Value& value) {
    if (!value.is_scalar())
      return fail("P005", {"'{0}' is one value, not a list or a map", {{place.key}}},
                  place.key_where);
    auto reading = read_scalar(value, schema_.facts[place.node.declaration], place.key, schema_);
    for (auto& mended : reading.mended) profile.repairs.push_back({std::move(mended), value.where});
    if (reading.error) errors.push_back(*std::move(reading.error));
    if (reading.fact) profile.facts.emplace(place.path, *std::move(reading.fact));
  }

  const Node* short_form(const Node& group) const {
    for (const auto& child : group.children)
      if (child.kind == Node::Kind::fact && schema_.facts[child.declaration].short_form)
        return &child;
    return nullptr;
  }

  static std::vector<std::string> names(const Node& node) {
    std::vector<std::string> out;
    for (const auto& child : node.children) out.push_back(child.name);
    return out;
  }

  void group(const Spot& place, const Value& value) {
    if (value.is_scalar())
      if (const auto* child = short_form(place.node))
        return this->value({*child, place.below(child->name), place.key, place.key_where}, value);
    if (!value.is_map()) return not_a_map(place, value);
    for (const auto& entry : value.entries) {
      const auto* child = place.node.child(entry.key);
      if (child == nullptr)
        unknown_key(place, entry);
      else
        this->value({*child, place.below(entry.key), entry.key, entry.key_where}, entry.value);
    }
    imply(place, value.where);
  }

  static std::vector<Message> colon_hint(const Value& value) {
    if (!value.is_scalar() || value.text.find("：") == std::string::npos) return {};
    return {"write an ordinary colon and a space (: ) instead of the full-width ："};
  }

  void not_a_map(const Spot& place, const Value& value) {
    std::string parts;
    for (const auto& name : names(place.node)) {
      if (parts.size() > 60) {
        parts += ", …";
        break;
      }
      parts += (parts.empty() ? "" : ", ") + name;
    }
    auto hints = colon_hint(value);
    hints.push_back({"its parts: {0}", {{parts}}});
    if (place.path.empty())
      return fail("P005", "a profile is a map of facts", value.where, std::move(hints));
    fail("P005", {"'{0}' has parts of its own", {{place.key}}}, value.where, std::move(hints));
  }

  void unknown_key(const Spot& place, const data::Entry& entry) {
    Message what("unknown key '{0}' under '{1}'", {{entry.key}, {place.key}});
    if (place.path.empty())
      what = {"unknown key '{0}'", {{entry.key}}};
    else if (place.node.name == "*" && place.path.starts_with("people.") &&
             place.path.find('.', 7) == std::string::npos)
      what = {"unknown key '{0}' for a person", {{entry.key}}};
    std::vector<Message> hints;
    const auto near = nearest(entry.key, names(place.node));
    if (entry.key == "<<")
      hints.push_back("keys are not merged here; write the facts out");
    else if (!near.empty())
      hints.push_back({"did you mean '{0}'?", {{near}}});
    else if (const auto home = elsewhere(place, entry.key); !home.empty())
      hints.push_back({"this fact stands under '{0}'", {{home}}});
    fail("P004", std::move(what), entry.key_where, std::move(hints));
  }

  /// The path of a group that has such a key: `surname` for a person belongs under `name.zh`.
  std::string elsewhere(const Spot& place, const std::string& key) const {
    for (const auto& declared : schema_.facts) {
      const std::string_view path = declared.path;
      const auto dot = path.rfind('.');
      if (dot == std::string_view::npos || path.substr(dot + 1) != key) continue;
      const bool person = path.starts_with("people.*.");
      if (place.path.starts_with("people.") != person) continue;
      std::string home(person ? path.substr(9, dot - 9) : path.substr(0, dot));
      return home.ends_with("[]") ? home.substr(0, home.size() - 2) : home;
    }
    return {};
  }

  /// A number of a permit says that the permit is held.
  void imply(const Spot& place, Span where) {
    for (const auto& child : place.node.children) {
      if (child.kind != Node::Kind::fact) continue;
      const auto& declaration = schema_.facts[child.declaration];
      const auto path = place.below(child.name);
      const auto given = [&](const std::string& sibling) {
        return profile.find(place.below(sibling)) != nullptr;
      };
      if (profile.find(path) == nullptr &&
          std::any_of(declaration.implied_by.begin(), declaration.implied_by.end(), given))
        profile.facts.emplace(path, Fact{FactType::yes_no, "yes", true, where, true});
    }
  }

  void list(const Spot& place, const Value& value) {
    const auto& element = place.node.children.front();
    if (value.is_scalar() && says_none(value.text)) {
      profile.counts[place.path] = 0;
      return;
    }
    if (place.path == "requested" && value.is_scalar() && value.text == "auto") return;
    const auto at = [&](std::size_t i) {
      return Spot{element, place.below(std::to_string(i)), place.key, place.key_where};
    };
    if (!value.is_list()) {  // a list of one may be written without its dash
      profile.counts[place.path] = 1;
      return this->value(at(0), value);
    }
    profile.counts[place.path] = value.items.size();
    for (std::size_t i = 0; i < value.items.size(); ++i) this->value(at(i), value.items[i]);
  }

  void map(const Spot& place, const Value& value) {
    const bool people = place.path == "people";
    if (!value.is_map()) {
      std::vector<Message> hints = colon_hint(value);
      hints.push_back(
          people ? Message("write a key of your choice, as in emma:, and indent her facts below it")
                 : Message("write the id of a paper, as in marriage-certificate: yes"));
      return fail("P005",
                  people ? Message("'people' is a map from a key to a person")
                         : Message("'{0}' is a map from the id of a paper to what is known of it",
                                   {{place.key}}),
                  value.is_scalar() ? value.where : place.key_where, std::move(hints));
    }
    for (const auto& entry : value.entries) {
      if (people ? !is_person_key(entry.key) : !is_readable_id(entry.key)) {
        fail("P011", {"'{0}' cannot be a key here", {{entry.key}}}, entry.key_where,
             {people ? Message("a Latin letter, then letters, digits, - and _; 32 at most")
                     : Message("the id of a paper: small letters, digits and -")});
        continue;
      }
      if (!people && !is_known_paper(entry.key)) {
        unknown_paper(place, entry);
        continue;
      }
      if (people) profile.people.push_back({PersonKey(entry.key), {}, entry.key_where});
      this->value({place.node.children.front(), place.below(entry.key), entry.key, entry.key_where},
                  entry.value);
    }
  }

  bool is_known_paper(const std::string& id) const {
    const auto& known = schema_.documents;
    return known.empty() || std::find(known.begin(), known.end(), id) != known.end();
  }

  void unknown_paper(const Spot& place, const data::Entry& entry) {
    std::vector<Message> hints;
    if (const auto near = nearest(entry.key, schema_.documents); !near.empty())
      hints.push_back({"did you mean '{0}'?", {{near}}});
    fail("P004", {"unknown key '{0}' under '{1}'", {{entry.key}, {place.key}}}, entry.key_where,
         std::move(hints));
  }

  const Schema& schema_;
};

template <class Id>
std::optional<Id> id_at(const Profile& profile, std::string_view path) {
  const auto* fact = profile.find(path);
  return fact != nullptr ? std::optional<Id>(Id(fact->text)) : std::nullopt;
}

/// The facts about the packet as fields, and the roles of the people.
void take_out(Profile& profile) {
  const auto text = [&](std::string_view path) {
    const auto* fact = profile.find(path);
    return fact != nullptr ? fact->text : std::string();
  };
  profile.case_ref = text("case");
  profile.city = id_at<CityId>(profile, "city");
  if (const auto* day = profile.find("as_of")) profile.as_of = day->date();
  for (std::size_t i = 0; i < profile.count("requested").value_or(0); ++i)
    if (auto id = id_at<ProcedureId>(profile, "requested." + std::to_string(i));
        id && id->value != "auto")
      profile.requested.push_back(*std::move(id));
  profile.client_language = text("client_language");
  profile.mask_ids = text("mask_ids") == "yes";
  for (auto& person : profile.people) {
    const auto list = fact_path(person.key, "roles");
    for (std::size_t i = 0; i < profile.count(list).value_or(0); ++i)
      if (const auto* role = profile.find(list + "." + std::to_string(i)))
        person.roles.push_back(role->text);
  }
}

/// Who is called by the name of a part plays it, where no line says who does: by that name a
/// missing father is asked for, so that whoever answers gives one.
void parts_by_name(Profile& profile, const Schema& schema) {
  const auto* part = schema.find("people.*.roles[]");
  if (part == nullptr) return;
  for (auto& person : profile.people) {
    const auto named = [&](const Choice& choice) { return choice.id == person.key.value; };
    const bool told = !person.roles.empty() || !profile.with_role(person.key.value).empty();
    if (!told && std::ranges::any_of(part->choices, named)) person.roles = {person.key.value};
  }
}

template <class List, class Spot>
void in_source_order(List& list, Spot place) {
  std::stable_sort(list.begin(), list.end(),
                   [&](const auto& a, const auto& b) { return place(a).begin < place(b).begin; });
}

}  // namespace

Result<Profile> decode_profile(const Value& root, const Schema& schema) {
  if (root.is_empty())
    return Diagnostic{
        "P005", "the profile is empty", root.where, {"`tongxing init` writes one to begin with"}};
  Walk walk(schema);
  walk.value({schema.root, "", "", root.where}, root);
  auto errors = std::move(walk.errors);
  auto& profile = walk.profile;
  take_out(profile);
  parts_by_name(profile, schema);
  for (auto& error : impossible(profile)) errors.push_back(std::move(error));
  in_source_order(errors, [](const Diagnostic& error) { return error.where; });
  if (!errors.empty()) return errors;
  profile.advisories = doubtful(profile, schema);
  in_source_order(profile.repairs, [](const data::Repair& repair) { return repair.where; });
  in_source_order(profile.advisories,
                  [](const ProfileAdvisory& advisory) { return advisory.where; });
  return std::move(profile);
}

}  // namespace tongxing::model
