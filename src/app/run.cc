// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run.h"

#include <exception>
#include <memory>
#include <new>

#include "app/commands.h"
#include "app/data_folder.h"
#include "words/translator.h"

namespace tongxing::app {
namespace {

bool wants_colour(const Options& options, const Surroundings& around) {
  if (options.colour != Colour::automatic) return options.colour == Colour::always;
  const auto no_colour = around.world.environment("NO_COLOR");
  return around.err_is_terminal && (!no_colour || no_colour->empty());
}

/// "zh_CN.UTF-8" → "zh": the first of LC_ALL, LC_MESSAGES, LANG that says something.
std::string environment_language(const World& world) {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = world.environment(name);
    if (value && !value->empty()) return value->substr(0, value->find_first_of("_.@"));
  }
  return "en";
}

ExitCode perform(const Task& task) {
  switch (task.options.command) {
    case Command::init:
      return init(task);
    case Command::check:
      return check(task);
    case Command::plan:
      return plan(task);
    case Command::render:
      return render(task);
    case Command::procedures_list:
      return list_procedures(task);
    case Command::procedures_show:
      return show_procedure(task);
    case Command::forms_inspect:
      return inspect_form(task);
    case Command::forms_list:
      return list_forms(task);
    case Command::forms_show:
      return show_form(task);
    case Command::forms_map:
      return map_form(task);
    case Command::forms_fill:
      return fill_form(task);
    case Command::forms_proof:
      return proof_form(task);
    case Command::fonts_list:
      return list_fonts(task);
    case Command::fonts_check:
      return check_fonts(task);
    case Command::explain:
      return explain(task);
    case Command::doctor:
      return doctor(task);
  }
  return ExitCode::bug;
}

ExitCode obey(const std::vector<std::string>& arguments, const Surroundings& around) {
  Sources sources;
  PrintStyle style{.values = around.err_is_terminal ? ShowValues::yes : ShowValues::no};

  // The language comes first: help and usage errors are said in it.
  const auto asked = early_ui_language(arguments);
  const std::string language = asked.value_or(environment_language(around.world));
  const auto translator = words::Translator::open(
      around.world, catalogue_folders(around.world, around.program), language);
  if (!translator) return Reporter(around.err, style, false).fail(translator.error(), sources);
  style.translate = [&translator](std::string_view english) {
    return translator->translate(english);
  };

  const auto read = read_options(arguments, style.translate);
  if (const auto* answered = std::get_if<Answered>(&read)) {
    (answered->code == ExitCode::done ? around.out : around.err) << answered->text;
    return answered->code;
  }
  const Options& options = std::get<Options>(read);
  style.colour = wants_colour(options, around);
  if (options.show_values) style.values = ShowValues::yes;
  const Reporter report(around.err, style, options.quiet);
  if (asked && translator->language() != *asked)
    return report.fail(
        {{.code = "U003", .what = {"there are no messages in the language '{0}'", {{*asked}}}}},
        sources);

  const auto data = data_folder(around.world, around.program);
  if (!data) return report.fail(data.error(), sources);
  std::vector<std::filesystem::path> folders = {*data};
  folders.insert(folders.end(), options.data.begin(), options.data.end());
  return perform({around, options, report, sources, folders, translator->language()});
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Surroundings& around) {
  ExitCode code = ExitCode::bug;
  try {
    code = obey(arguments, around);
  } catch (const std::bad_alloc&) {
    around.err << "tongxing: out of memory\n";
    code = ExitCode::temporary;
  } catch (const std::exception& error) {
    around.err << "tongxing: a bug in this program: " << error.what() << '\n';
  }
  around.out.flush();
  if (!around.out && code != ExitCode::bug) {
    around.err << "tongxing: standard output cannot be written\n";
    code = together({code, ExitCode::io});
  }
  return static_cast<int>(code);
}

}  // namespace tongxing::app
