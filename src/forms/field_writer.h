// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that stay fields: their values and the looks we give them (ISO 32000-1, 12.7).
// Private to forms/.
#pragma once

#include <map>
#include <string>

#include "forms/writer.h"

namespace tongxing::forms {

class FieldWriter {
 public:
  FieldWriter(const PreparedForm& prepared, const std::vector<Filling>& fillings,
              const Answers& answers, const FillingFonts& fonts, bool with_ink)
      : prepared_(prepared),
        fillings_(fillings),
        answers_(answers),
        fonts_(fonts),
        with_ink_(with_ink) {}

  /// Writes looks (numbered from `next`), fields, widgets and the form. `resources`: of the looks;
  /// `form_fonts`: entries that viewers find under the names that /DA gives.
  void write(pdf::PartBuilder& part, pdf::ObjectNumber next, pdf::ObjectNumber resources,
             const std::string& form_fonts);
  pdf::ObjectNumber next() const { return next_; }

 private:
  void value(const Filling& filling);
  void look(pdf::PartBuilder& part, const Answer& answer, pdf::ObjectNumber resources);
  pdf::ObjectNumber look_stream(pdf::PartBuilder& part, const Answer& answer,
                                const Drawing& drawing, pdf::ObjectNumber resources);
  std::string default_appearance(const Answer& answer) const;

  const PreparedForm& prepared_;
  const std::vector<Filling>& fillings_;
  const Answers& answers_;
  const FillingFonts& fonts_;
  bool with_ink_;
  pdf::ObjectNumber next_ = 0;
  std::map<int, std::string> changed_;  ///< new entries, by object
};

}  // namespace tongxing::forms
