// SPDX-License-Identifier: GPL-3.0-or-later
// An official PDF that the user named, read and ready.
#pragma once

#include <filesystem>

#include "app/commands.h"
#include "foreign/read_form.h"

namespace tongxing::app {

struct OfficialPdf {
  foreign::Normalised file;
  foreign::OfficialForm form;
  std::string sha256;  ///< of the file as it was brought
};

/// From disk through the helper program. Errors: those of the disk, of normalise and of read_form.
Result<OfficialPdf> read_official(const Task& task, const std::filesystem::path& file);

/// On stderr, each in a line: what the user should know of the file beside its fields.
void tell_oddities(const Task& task, const OfficialPdf& pdf);

}  // namespace tongxing::app
