// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/official_form.h"

#include "app/helper_program.h"
#include "base/sha256.h"

namespace tongxing::app {
namespace {

constexpr std::size_t largest = std::size_t{64} << 20;  // the largest blank known has 12 MB

}  // namespace

Result<OfficialPdf> read_official(const Task& task, const std::filesystem::path& file) {
  TRY(const std::string raw, task.around.world.read(file, largest));
  const foreign::Normaliser normaliser{
      .program = helper_program(task.around.world, task.around.program, "tongxing-normalise")};
  TRY(foreign::Normalised safe, foreign::normalise(raw, file, normaliser));
  TRY(foreign::OfficialForm form, foreign::read_form(safe, file));
  return OfficialPdf{std::move(safe), std::move(form), hex(sha256(raw))};
}

void tell_oddities(const Task& task, const OfficialPdf& pdf) {
  const Reporter& report = task.report;
  if (pdf.file.was_repaired) report.say("the file was damaged and has been repaired for reading");
  if (pdf.file.was_encrypted) report.say("the file is encrypted; it opens without a password");
  if (pdf.form.xfa == foreign::Xfa::hybrid)
    report.say("the form has an XFA part too; what is read are its ordinary fields");
  if (pdf.form.is_signed) report.say("the form bears a digital signature");
  if (pdf.form.has_scripts) report.say("the form has scripts; they are never run");
  if (pdf.form.has_embedded_files) report.say("the file has other files inside; they are not read");
  if (pdf.form.fields.empty()) report.say("the file has no fields to fill in");
}

}  // namespace tongxing::app
