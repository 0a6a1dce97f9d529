// SPDX-License-Identifier: GPL-3.0-or-later
// tongxing forms map: a first field map of an official PDF, for a person to finish.
#include "app/commands.h"
#include "app/official_form.h"
#include "app/template_file.h"
#include "forms/starter_map.h"
#include "verify/printed_words.h"

namespace tongxing::app {

ExitCode map_form(const Task& task) {
  const std::filesystem::path file = task.options.arguments.front();
  const auto pdf = read_official(task, file);
  if (!pdf) return task.fail(pdf.error());
  const auto root = read_template(task, "labels.yaml");
  if (!root) return task.fail(root.error());
  const auto vocabulary = forms::decode_vocabulary(*root);
  if (!vocabulary) return task.fail(vocabulary.error());
  tell_oddities(task, *pdf);
  const auto words = verify::printed_words(pdf->file.bytes);
  task.around.out << forms::starter_map({file.stem().string(), pdf->sha256, pdf->form, words},
                                        *vocabulary);
  return ExitCode::done;
}

}  // namespace tongxing::app
