// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <utility>

#include "base/source.h"

namespace tongxing::app {
namespace {

using Translate = std::function<std::string(std::string_view)>;

/// The declarations and where they put what they read.
class Line {
 public:
  explicit Line(const Translate& translate) : say_(translate) { declare(); }
  CLI::App& app() { return app_; }
  Options take() { return std::move(options_); }

 private:
  void declare();
  void declare_shared();
  CLI::App* command(CLI::App& parent, const std::string& name, const char* what, Command command);
  CLI::App* group(const std::string& name, const char* what);
  void positional(CLI::App* command, const std::string& name, const char* what, bool several);
  void flag(CLI::App* command, const std::string& names, bool& target, const char* what);
  void json(CLI::App* command);
  void place(CLI::App* command);
  void filing(CLI::App* command);
  void paper(CLI::App* command);
  void rendering(CLI::App* command);
  void filling(CLI::App* command);

  const Translate& say_;
  CLI::App app_{"", "tongxing"};
  Options options_;
};

CLI::App* Line::command(CLI::App& parent, const std::string& name, const char* what,
                        Command which) {
  CLI::App* added = parent.add_subcommand(name, say_(what));
  added->callback([this, which] { options_.command = which; });
  return added;
}

CLI::App* Line::group(const std::string& name, const char* what) {
  CLI::App* added = app_.add_subcommand(name, say_(what));
  added->require_subcommand(1);
  return added;
}

void Line::positional(CLI::App* command, const std::string& name, const char* what, bool several) {
  CLI::Option* option = command->add_option(name, options_.arguments, say_(what));
  option->required()->type_name("");
  if (several)
    option->expected(-1);
  else
    option->expected(1);
}

void Line::flag(CLI::App* command, const std::string& names, bool& target, const char* what) {
  command->add_flag(names, target, say_(what));
}

void Line::json(CLI::App* command) {
  flag(command, "--json", options_.json, "JSON on stdout, and nothing else there");
}

std::string date_fault(const std::string& text, const Translate& say) {
  return Date::parse(text) ? "" : say("a day is written YYYY-MM-DD: ") + text;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    if (comma == std::string_view::npos) return parts;
    list.remove_prefix(comma + 1);
  }
}

std::string part_fault(const std::string& list, const Translate& say) {
  constexpr std::array<std::string_view, 4> known = {"cover", "checklist", "forms", "letters"};
  for (const std::string& part : split(list))
    if (std::ranges::find(known, part) == known.end())
      return say("the parts are cover, checklist, forms, letters; there is no ") + part;
  return "";
}

constexpr std::string_view chinese_and = "zh,";

std::string language_fault(const std::string& list, const Translate& say) {
  const std::string other = list.starts_with(chinese_and) ? list.substr(chinese_and.size()) : "";
  const bool is_one = !other.empty() && other != "zh" && other.find(',') == std::string::npos;
  return is_one ? "" : say("the sheets are in Chinese and one other language: zh,en or zh,fr");
}

Colour colour(std::string_view when) {
  return when == "always" ? Colour::always : when == "never" ? Colour::never : Colour::automatic;
}

/// --city and --procedure.
void Line::place(CLI::App* command) {
  command
      ->add_option_function<std::string>(
          "--city", [this](const std::string& id) { options_.city = CityId(id); },
          say_("id of the city where the papers are filed, in place of the profile's"))
      ->type_name("ID");
  command
      ->add_option_function<std::string>(
          "--procedure", [this](const std::string& id) { options_.procedure = ProcedureId(id); },
          say_("id of the procedure, in place of the profile's"))
      ->type_name("ID");
}

void Line::filing(CLI::App* command) {
  place(command);
  command
      ->add_option_function<std::string>(
          "--as-of", [this](const std::string& iso) { options_.as_of = Date::parse(iso); },
          say_("filing day, YYYY-MM-DD, in place of the profile's; else today in Shanghai"))
      ->type_name("DAY")
      ->check([this](const std::string& text) { return date_fault(text, say_); });
  flag(command, "--show-values", options_.show_values,
       "quote the profile's lines in messages even when nobody looks at a terminal");
  flag(command, "-q,--quiet", options_.quiet, "say nothing but errors");
  json(command);
}

void Line::paper(CLI::App* command) {
  command->add_option("--paper", options_.paper, say_("size of the sheets; a4 if not given"))
      ->check(CLI::IsMember({"a4", "letter"}).description(""))
      ->type_name("a4|letter");
}

void Line::rendering(CLI::App* command) {
  command
      ->add_option("-o,--output", options_.output,
                   say_("folder, or FILE.pdf where there is one packet; else the current folder"))
      ->type_name("PATH");
  command
      ->add_option_function<std::string>(
          "--only", [this](const std::string& list) { options_.only = split(list); },
          say_("parts to make: cover,checklist,forms,letters"))
      ->check([this](const std::string& list) { return part_fault(list, say_); })
      ->type_name("PARTS");
  paper(command);
  command
      ->add_option_function<std::string>(
          "--lang",
          [this](const std::string& list) {
            options_.second_language = list.substr(chinese_and.size());
          },
          say_("languages of the sheets, in place of the profile's: zh,en or zh,fr"))
      ->check([this](const std::string& list) { return language_fault(list, say_); })
      ->type_name("zh,ID");
  flag(command, "--duplex", options_.duplex, "each part starts on a front side");
  flag(command, "--large-print", options_.large_print, "larger type");
  flag(command, "--draft", options_.draft, "mark every page as a draft");
  flag(command, "--handwrite-missing", options_.handwrite_missing,
       "a character that no typeface has becomes an empty box to write in");
  flag(command, "--force", options_.force, "write over files that are there");
}

void Line::filling(CLI::App* command) {
  positional(command, "FILE.pdf", "a PDF form of an authority", false);
  command->add_option("--data", options_.values, say_("values, YAML or JSON"))
      ->type_name("FILE")
      ->required();
  command
      ->add_option(
          "--map", options_.map,
          say_("field map (docs/FIELD_MAPS.md); without it the data's keys are the fields' "
               "names"))
      ->type_name("FILE");
  command->add_option("-o,--output", options_.output, say_("the filled form"))
      ->type_name("FILE.pdf")
      ->required();
  bool* const fillable = &options_.fillable;
  auto* keep = command->add_flag("--fillable", *fillable, say_("fields stay fields"));
  command
      ->add_flag_callback(
          "--flatten", [fillable] { *fillable = false; },
          say_("fields become print; so it is if nothing is said"))
      ->excludes(keep);
  flag(command, "--accept", options_.accept, "the map is for this blank from now on");
  flag(command, "--drop-signature", options_.drop_signature,
       "fill a signed form; its signature goes");
  flag(command, "--show-values", options_.show_values,
       "quote the data's lines in messages even when nobody looks at a terminal");
  flag(command, "-q,--quiet", options_.quiet, "say nothing but errors");
  json(command);
}

void Line::declare_shared() {
  app_.add_option("--data", options_.data,
                  say_("folder with templates, forms or fonts of your own, laid over ours; may be "
                       "repeated"))
      ->type_name("DIR")
      ->expected(1)
      ->take_all();
  app_.add_option("--ui-lang", options_.ui_language,
                  say_("language of messages: zh, en; else that of the environment"))
      ->type_name("ID");
  app_.add_option_function<std::string>(
          "--color", [this](const std::string& when) { options_.colour = colour(when); },
          say_("colour in messages; auto if not given"))
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
      ->type_name("auto|always|never");
}

void Line::declare() {
  app_.description(say_("makes the packet of papers for a Chinese exit-entry office"));
  app_.footer(
      say_("More: docs/CLI.md. Exit codes: 0 done, 2 wrong input, 3 something is missing, 4 "
           "our data, 5 no glyph, 7 disk, 75 try again."));
  app_.get_formatter()->column_width(34);
  app_.set_version_flag("--version", "tongxing " TONGXING_VERSION, say_("the version"));
  app_.set_help_flag("-h,--help", say_("this help"));
  app_.require_subcommand(1);
  app_.fallthrough();
  declare_shared();

  CLI::App* init = command(app_, "init", "a commented starter profile on stdout", Command::init);
  place(init);

  CLI::App* check = command(app_, "check", "is this profile ready? writes nothing", Command::check);
  positional(check, "PROFILE", "profiles, YAML or JSON", true);
  filing(check);

  CLI::App* plan =
      command(app_, "plan", "which papers are needed, and why; writes nothing", Command::plan);
  positional(plan, "PROFILE", "a profile, YAML or JSON", false);
  filing(plan);

  CLI::App* render = command(app_, "render", "make the packet", Command::render);
  positional(render, "PROFILE", "a profile, YAML or JSON", false);
  rendering(render);
  filing(render);

  CLI::App* procedures = group("procedures", "what the program knows, from which source");
  json(command(*procedures, "list", "all procedures", Command::procedures_list));
  CLI::App* show = command(*procedures, "show", "one procedure", Command::procedures_show);
  positional(show, "ID", "id of the procedure", false);
  json(show);

  CLI::App* forms = group("forms", "forms: what they ask, what is in an official one");
  CLI::App* inspect =
      command(*forms, "inspect", "the fields of an official PDF form; writes nothing",
              Command::forms_inspect);
  positional(inspect, "FILE.pdf", "a PDF form of an authority", false);
  flag(inspect, "-q,--quiet", options_.quiet, "say nothing but errors");
  json(inspect);
  json(command(*forms, "list", "all forms", Command::forms_list));
  CLI::App* form = command(*forms, "show", "one form; with -o a blank to fill in on the screen",
                           Command::forms_show);
  positional(form, "ID", "id of the form", false);
  form->add_option("-o,--output", options_.output, say_("FILE.pdf for the blank"))
      ->type_name("FILE.pdf");
  paper(form);
  flag(form, "-q,--quiet", options_.quiet, "say nothing but errors");
  json(form);

  CLI::App* map = command(*forms, "map", "a first field map of an official PDF form, on stdout",
                          Command::forms_map);
  positional(map, "FILE.pdf", "a PDF form of an authority", false);
  flag(map, "-q,--quiet", options_.quiet, "say nothing but errors");

  filling(command(*forms, "fill", "fill in an official PDF form", Command::forms_fill));
  CLI::App* proof =
      command(*forms, "proof", "an official PDF form with every box numbered and a list of them",
              Command::forms_proof);
  positional(proof, "FILE.pdf", "a PDF form of an authority", false);
  proof->add_option("-o,--output", options_.output, say_("the proof"))
      ->type_name("FILE.pdf")
      ->required();
  flag(proof, "-q,--quiet", options_.quiet, "say nothing but errors");

  CLI::App* fonts = group("fonts", "which typeface draws which character");
  json(command(*fonts, "list", "all typefaces", Command::fonts_list));
  CLI::App* text = command(*fonts, "check", "each character of a text", Command::fonts_check);
  positional(text, "TEXT", "any text", true);
  json(text);

  CLI::App* explain =
      command(app_, "explain", "what a code means and what to do about it", Command::explain);
  positional(explain, "CODE", "P004, W-NAME-MISMATCH, …", false);
  json(explain);

  json(command(app_, "doctor", "is everything here that the program needs?", Command::doctor));
}

/// All names that could stand on the line, for "did you mean".
std::vector<std::string> names(const CLI::App& app) {
  std::vector<std::string> found;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) found.push_back("--" + name);
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    found.push_back(command->get_name());
    for (std::string& name : names(*command)) found.push_back(std::move(name));
  }
  return found;
}

std::string hint(const CLI::App& app, const std::vector<std::string>& arguments,
                 const Translate& say) {
  const std::vector<std::string> known = names(app);
  for (const std::string& argument : arguments) {
    const std::string word = argument.substr(0, argument.find('='));
    if (std::ranges::find(known, word) != known.end()) continue;
    const std::string near = nearest(word, known);
    if (!near.empty())
      return fill(say("did you mean '{0}'?"), Message("", {{near}}), ShowValues::yes);
  }
  return "";
}

}  // namespace

std::variant<Options, Answered> read_options(std::vector<std::string> arguments,
                                             const Translate& translate) {
  Line line(translate);
  const std::vector<std::string> given = arguments;
  std::ranges::reverse(arguments);  // as CLI11 takes them
  try {
    line.app().parse(arguments);
  } catch (const CLI::CallForHelp&) {
    return Answered{ExitCode::done, line.app().help()};
  } catch (const CLI::CallForVersion& version_asked) {
    return Answered{ExitCode::done, std::string(version_asked.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    std::string text = "tongxing: " + std::string(error.what()) + "\n";
    if (const std::string near = hint(line.app(), given, translate); !near.empty())
      text += "  " + near + "\n";
    return Answered{ExitCode::input,
                    text + "  " + translate("`tongxing --help` has all commands") + "\n"};
  }
  return line.take();
}

std::optional<std::string> early_ui_language(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    constexpr std::string_view joined = "--ui-lang=";
    if (arguments[i].starts_with(joined)) return arguments[i].substr(joined.size());
    if (arguments[i] == "--ui-lang" && i + 1 < arguments.size()) return arguments[i + 1];
  }
  return std::nullopt;
}

}  // namespace tongxing::app
