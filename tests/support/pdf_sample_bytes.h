// SPDX-License-Identifier: GPL-3.0-or-later
// The sample as a file, for programs that know nothing of src/.
#pragma once

#include <string>

namespace tongxing::tests {

/// Empty if there are no fonts; standard error says why.
std::string pdf_sample_bytes();
/// That of pdf_form_sample.
std::string pdf_form_bytes();

}  // namespace tongxing::tests
