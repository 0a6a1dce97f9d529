// SPDX-License-Identifier: GPL-3.0-or-later
// No rule is dead: each condition is true of some family and untrue of another, and each fact of
// the schema is there for something.
#include <catch2/catch.hpp>
#include <functional>

#include "model/derived.h"
#include "rules/checklist.h"
#include "rules/facts.h"
#include "rules/local.h"
#include "support/families.h"
#include "support/random_family.h"

using namespace tongxing;
using namespace tongxing::test;

namespace {

using model::Condition;
using model::Verdict;
using model::Whose;

/// A condition as it is written: rules that several procedures share count once.
struct Written {
  const Condition* when;
  Whose whose = Whose::family;
  model::InForce in_force = {};
  bool opens = false;  ///< decides whether the procedure is offered at all
};

using Visit = std::function<void(const Written&)>;

void texts(const std::vector<model::ConditionalText>& list, Whose whose, const Visit& visit) {
  for (const auto& one : list) visit({&one.when, whose, one.in_force});
}

void documents(const std::vector<model::DocumentRule>& list, const Visit& visit) {
  for (const auto& rule : list) {
    if (!rule.asked) continue;
    visit({&rule.when, rule.whose, rule.in_force});
    texts(rule.remarks, rule.whose, visit);
    for (const auto& one : rule.options) visit({&one.when, rule.whose, rule.in_force});
  }
}

void advisories(const std::vector<model::AdvisoryRule>& list, const Visit& visit) {
  for (const auto& rule : list) visit({&rule.when, rule.whose, rule.in_force});
}

void presence(const model::PresenceRules& rules, const Visit& visit) {
  for (const auto* one : {&rules.applicant, &rules.guardian, &rules.agent}) {
    if (*one) visit({&**one});
  }
  texts(rules.remarks, Whose::family, visit);
  for (const auto& one : rules.notes) visit({&one.when});
}

void places(const std::vector<model::PlaceRule>& list, const Visit& visit) {
  for (const auto& one : list) {
    visit({&one.when});
    texts(one.remarks, Whose::family, visit);
  }
}

/// Those parts that a city may say in its own way.
template <class Rules>
void shared_parts(const Rules& rules, const Visit& visit) {
  documents(rules.documents, visit);
  advisories(rules.advisories, visit);
  for (const auto& one : rules.steps) visit({&one.when});
  for (const auto& one : rules.validity) visit({&one.when});
  texts(rules.photo_rules, Whose::family, visit);
  texts(rules.unstated, Whose::family, visit);
}

void every_condition(const model::Procedure& one, const model::LocalRules* local,
                     const Visit& visit) {
  for (const auto& gate : one.eligible) visit({&gate.when, Whose::family, gate.in_force, true});
  for (const auto& offer : one.offers) visit({&offer.when, Whose::family, {}, true});
  shared_parts(one, visit);
  presence(one.presence, visit);
  places(one.places, visit);
  for (const auto& amount : one.fee.amounts) visit({&amount.when});
  visit({&one.term.when});
  texts(one.use, Whose::family, visit);
  texts(one.information, Whose::family, visit);
  for (const auto& letter : one.letters) visit({&letter.when, letter.whose});
  for (const auto& ask : one.asks) visit({&ask.when, ask.whose});
  if (!local) return;
  shared_parts(*local, visit);
  if (local->presence) presence(*local->presence, visit);
  if (local->fee) {
    for (const auto& amount : local->fee->amounts) visit({&amount.when});
  }
  if (local->term) visit({&local->term->when});
}

struct Book {
  Sources sources;
  model::RuleBook rules;
  Book() {
    auto loaded = load(shipped_rule_files(), sources);
    if (!loaded) throw std::runtime_error(describe(loaded.error(), sources));
    rules = *std::move(loaded);
  }
};

const Book& the_book() {
  static const Book book;
  return book;
}

std::string written_at(const Condition& when) {
  const auto& book = the_book();
  const auto place = book.sources.place(when.where.file, when.where.begin);
  return std::string(book.sources.name(when.where.file)) + ":" + std::to_string(place.line);
}

/// Rules that hold always by design: of the day of filing, which is always known; of a choice where
/// every answer will do; and of what the same procedure's gate asks for already.
bool always_true(const Condition& when, const std::string& file) {
  if (when.fact == "as_of" && when.kind == Condition::Kind::known) return true;
  // Beijing has asked for the child since 2019, before all our dates.
  if (when.kind == Condition::Kind::negation && when.parts.front().fact == "as_of") return true;
  // "in" all choices: the question is only whether it was told.
  if (when.kind == Condition::Kind::in) {
    const auto* declared = the_book().rules.schema.find(model::declared_path(when.fact));
    if (declared && when.values.size() == declared->choices.size()) return true;
  }
  // Visas are for people who are not in China; those inside have procedures of their own.
  return file.starts_with("procedures/visa/") && when.fact == "applicant.in_mainland";
}

std::pair<int, std::uint32_t> place_of(const Condition& condition) {
  return {static_cast<int>(condition.where.file), condition.where.begin};
}

/// What was seen of each condition, and which facts the rules looked at.
class Seen {
 public:
  explicit Seen(const model::RuleBook& book) : book_(book) {
    for (const auto& entry : book.procedures) {
      const auto& id = entry.first;
      every_condition(entry.second, nullptr, [&](const Written& one) { expect(one, id, {}); });
    }
    for (const auto& entry : book.cities) {
      const auto& city = entry.first;
      places(entry.second.places,
             [&](const Written& one) { expect(one, book.order.front(), city); });
      for (const auto& local : entry.second.procedures) {
        const auto& id = local.first;
        every_condition(book.procedures.at(id), &local.second,
                        [&](const Written& one) { expect(one, id, city); });
      }
    }
  }

  void look(const Family& family) { look(profile_of(yaml_of(family))); }
  void look(const model::Profile& profile) {
    for (const char* role : {"applicant", "child"}) {
      const auto all = profile.with_role(role);
      for (const auto& who : all) {
        for (const auto& [id, procedure] : book_.procedures) look(profile, procedure, who);
      }
      if (!all.empty()) return;
    }
  }
  void look(const model::Profile& profile, const model::Procedure& procedure,
            const PersonKey& who) {
    if (procedure.for_child && !profile.person(who)->has_role("child")) return;
    const auto as_of = profile.as_of.value_or(day("2026-11-23"));
    if (!procedure.in_force.on(as_of)) return;
    // Whole lists only of what was asked for: they take long.
    const bool asked = std::ranges::count(profile.requested, procedure.id) != 0;
    if (!asked && !wants(procedure.id, profile.city.value_or(CityId()))) return;
    const auto opened =
        rules::open_case(profile, book_, procedure, who, profile.city.value_or(CityId()), as_of);
    if (!opened) return;
    const rules::Facts facts(*opened);
    bool open = true;
    const auto weigh = [&](const Written& one) {
      if (!one.in_force.on(as_of) || (!open && !one.opens)) return;
      const auto found = rules_.find(place_of(*one.when));
      if (found == rules_.end() || found->second.is_settled()) return;
      for (const auto& owner : rules::owners(one.whose, opened->people)) {
        rules::Trace trace;
        const auto self = one.whose == Whose::each_parent ? owner : std::nullopt;
        const auto verdict = rules::evaluate(*one.when, facts, self, trace);
        note(trace);
        if (verdict == Verdict::yes) ++found->second.yes;
        if (verdict == Verdict::no) ++found->second.no;
      }
    };
    for (const auto& gate : procedure.eligible) {
      rules::Trace unused;
      if (gate.in_force.on(as_of) &&
          rules::evaluate(gate.when, facts, std::nullopt, unused) == Verdict::no) {
        open = false;
      }
    }
    every_condition(procedure, rules::local_rules(*opened), weigh);
    if (!open) return;
    if (!procedure.at_mission) places(opened->city->places, weigh);
    if (!asked) return;
    for (const auto& line : rules::required_documents(*opened).lines) {
      for (const auto& path : line.facts) used_.insert(declared(path.value));
      for (const auto& path : line.hinges_on) used_.insert(declared(path.value));
    }
  }

  struct Rule {
    const Condition* when;
    ProcedureId procedure;
    CityId city;  ///< whose own rule it is; empty: any
    std::string at;
    bool never_no = false;  ///< by design
    int yes = 0, no = 0;
    bool is_seen() const { return yes > 0 && (no > 0 || never_no); }
    /// Looked at often enough to know the facts behind it, too: what is settled is not weighed.
    bool is_settled() const { return yes > 2 && (no > 2 || never_no); }
  };
  const std::map<std::pair<int, std::uint32_t>, Rule>& rules() const { return rules_; }
  const std::set<std::string>& used() const { return used_; }

 private:
  void expect(const Written& one, const ProcedureId& id, const CityId& city) {
    if (one.when->kind == Condition::Kind::always) return;
    // "agent: no": never, by law and not by what is told.
    if (one.when->kind == Condition::Kind::negation &&
        one.when->parts.front().kind == Condition::Kind::always) {
      return;
    }
    const auto at = written_at(*one.when);
    const auto found = rules_
                           .try_emplace(place_of(*one.when),
                                        Rule{one.when, id, city, at, always_true(*one.when, at)})
                           .first;
    by_procedure_[{id, city}].push_back(&found->second);
  }
  /// Is there a rule of this procedure, or of this city in it, that was not yet seen both ways?
  bool wants(const ProcedureId& id, const CityId& city) const {
    const auto open = [](const Rule* rule) { return !rule->is_settled(); };
    const auto& known = book_.cities.contains(city) ? city : CityId("other");
    for (const auto& where : {CityId(), known}) {
      const auto found = by_procedure_.find({id, where});
      if (found != by_procedure_.end() && std::ranges::any_of(found->second, open)) return true;
    }
    return false;
  }
  std::string declared(const std::string& path) const {
    const auto* found = book_.schema.find(path);
    return found ? found->path : path;
  }
  void note(const rules::Trace& trace) {
    for (const auto& path : trace.read) used_.insert(declared(path));
    for (const auto& path : trace.missing) used_.insert(declared(path));
  }

  const model::RuleBook& book_;
  std::map<std::pair<int, std::uint32_t>, Rule> rules_;
  std::map<std::pair<ProcedureId, CityId>, std::vector<const Rule*>> by_procedure_;
  std::set<std::string> used_;
};

/// Facts that a condition speaks of are given as it names them, or otherwise.
void lean(const Condition& condition, RandomFamilies& families, Family& family) {
  for (const auto& part : condition.parts) lean(part, families, family);
  if (condition.values.empty()) return;
  const auto dot = condition.fact.find('.');
  auto path = condition.fact;
  if (model::is_role_root(condition.fact.substr(0, dot))) {
    const auto role = condition.fact.substr(0, dot);
    for (const auto& [at, value] : family) {
      const bool plays = value == role || (role == "applicant" && value == "child");
      if (plays && at.find(".roles.") != std::string::npos) {
        path = at.substr(0, at.find(".roles.")) + condition.fact.substr(dot);
      }
    }
  }
  const auto* declared = the_book().rules.schema.find(path);
  if (!declared) return;
  const bool other = !declared->choices.empty() && families.chance().percent(30);
  RandomFamilies::put(family, path,
                      other ? families.chance().one_of(declared->choices).id
                            : families.chance().one_of(condition.values));
}

/// Everything that was seen: samples, cases, and families that lean towards what is still wanted.
const Seen& seen() {
  static const Seen all = [] {
    const auto& book = the_book();
    Seen result(book.rules);
    auto told = told_families();
    // A Chinese child that has no other nationality, and none to ask for.
    told.push_back(family_of(profile_of(
        changed(plain_family,
                {{"nationalities: [{country: US, at_birth: yes}]\n    eligible",
                  "nationalities: [{country: CN}]\n    eligible"},
                 {"passports: [{country: US, number: \"567890123\", valid_until: 2030-01-01}]",
                  "passports: none"}}))));
    told.push_back(family_of(
        profile_of(changed(plain_family, {{"city: shanghai\nas_of", "city: beijing\nas_of"}}))));
    // Parents married in Taiwan: the certificate is in Chinese.
    told.push_back(family_of(profile_of(
        changed(plain_family, {{"country: CN, language: zh", "country: TW, language: zh"}}))));
    // The mission has stated that it can issue nothing.
    told.push_back(family_of(profile_of(
        "case: TX-8\ncity: shanghai\nas_of: 2026-11-23\nrequested: [EXIT-PERMIT]\npeople:\n  a: "
        "{roles: [applicant], nationalities: [DE], in_mainland_china: yes, lost: {cause: lost, "
        "mission_can_reissue: no}, papers: {embassy-note: yes}}\n")));
    // One whose passport ends on the journey; one abroad who has none yet.
    for (const auto& changes :
         {Changes{
              {"\"567890123\", valid_until: 2030-01-01", "\"567890123\", valid_until: 2026-12-31"}},
          Changes{{"passports: [{country: US, number: \"567890123\", valid_until: 2030-01-01}]",
                   "passports: none"},
                  {"in_mainland_china: yes", "in_mainland_china: no"},
                  {"birth_place: {country: CN}", "birth_place: {country: US}"}}}) {
      told.push_back(family_of(profile_of(changed(plain_family, changes))));
    }
    // Nobody of the family can come.
    told.push_back(family_of(profile_of(changed(
        plain_family, {{"birth: no\n    attends: yes", "birth: no\n    attends: no"},
                       {"2027-05-01}]\n    attends: yes", "2027-05-01}]\n    attends: no"}}))));
    // A certificate from abroad that is in Chinese.
    told.push_back(family_of(profile_of(
        changed(plain_family, {{"country: CN, language: zh", "country: SG, language: zh"}}))));
    // One whose category has no box on the form.
    told.push_back(family_of(profile_of(
        "case: TX-8\ncity: shanghai\nrequested: [P-VISA-EXT]\npeople:\n  a: {roles: [applicant], "
        "nationalities: [DE], in_mainland_china: yes, permits: [{kind: visa, category: K}], visa: "
        "{action: extension, category: K}}\n")));
    // One whose passport has a single page left.
    told.push_back(family_of(profile_of(
        "case: TX-9\nrequested: [V-M]\npeople:\n  a: {roles: [applicant], nationalities: [DE], "
        "in_mainland_china: no, expense_guarantee: no, passports: [{country: DE, blank_pages: "
        "1}]}\n")));
    for (const auto& family : told) result.look(family);
    std::uint64_t seed = 1;
    for (const auto& [place, rule] : result.rules()) {
      for (int i = 0; i < 150 && !rule.is_seen(); ++i) {
        RandomFamilies families(book.rules, ++seed);
        auto family = families.any(seed % 4, told);
        lean(*rule.when, families, family);
        if (!rule.city.value.empty()) family["city"] = rule.city.value;
        const auto profile = profile_of(yaml_of(family));
        for (const auto& one : profile.people) {
          if (one.has_role("child") || one.has_role("applicant")) {
            result.look(profile, book.rules.procedures.at(rule.procedure), one.key);
          }
        }
      }
    }
    return result;
  }();
  return all;
}

/// Facts that no rule weighs and no sheet shows yet: they wait for a form.
const std::vector<std::string_view> coming = {
    // no sheet shows it
    "trip.ticket_booked",
};

std::string last_step(const std::string& path) {
  auto step = path.substr(path.rfind('.') + 1);
  if (step.ends_with("[]")) step.resize(step.size() - 2);
  return step;
}

/// Everything that the program, the forms and the letters name: words in their text.
std::set<std::string> words_of_the_program() {
  namespace fs = std::filesystem;
  std::set<std::string> words;
  const fs::path root = TONGXING_SOURCE_DIR;
  for (const char* folder : {"src/compose", "src/packet", "src/app", "src/words", "src/rules",
                             "src/plan", "forms", "templates/letters"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto kind = entry.path().extension();
      if (kind != ".cc" && kind != ".yaml") continue;
      std::string word;
      for (const char c : slurp(entry.path().string())) {
        const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        if (part) {
          word += c;
        } else if (!word.empty()) {
          words.insert(std::exchange(word, {}));
        }
      }
    }
  }
  return words;
}

}  // namespace

TEST_CASE("each rule is true of some family and untrue of another") {
  std::string never;
  for (const auto& [place, rule] : seen().rules()) {
    if (rule.yes == 0) never += "\n" + rule.at + " is never true";
    if (rule.no == 0 && !rule.never_no) never += "\n" + rule.at + " is never untrue";
  }
  CHECK(never == "");
}

TEST_CASE("each fact of the schema is there for a rule, a form, a letter or a sheet") {
  const auto words = words_of_the_program();
  std::string idle;
  for (const auto& declared : the_book().rules.schema.facts) {
    if (seen().used().contains(declared.path)) continue;
    if (words.contains(last_step(declared.path))) continue;
    if (std::ranges::count(coming, declared.path)) continue;
    idle += "\n" + declared.path;
  }
  CHECK(idle == "");
  for (const auto& path : coming) {
    INFO(path);
    CHECK(the_book().rules.schema.find(path) != nullptr);
    CHECK_FALSE(seen().used().contains(std::string(path)));
  }
}
