// SPDX-License-Identifier: GPL-3.0-or-later
// The photograph against what the office wants. What it wants in millimetres is in the ruling; the
// rest is on the same pages (templates/sources.yaml, photo-pages).
#include <cmath>
#include <initializer_list>
#include <utility>

#include "packet/photo.h"

namespace tongxing::packet {

namespace {

constexpr unsigned least_width = 354, least_height = 472;  // pixels, of a digital photograph
constexpr double digital_ratio = 3.0 / 4, tolerance = 0.02;
constexpr int months = 6;

using Arguments = std::vector<std::pair<std::string, model::Argument>>;

model::Citation digital_photographs() {
  return {SourceId("photo-pages"), {}, model::Certainty::third_party, "digital photographs"};
}

model::Advisory advisory(const PersonKey& whose, std::string phrase, Arguments arguments,
                         std::vector<model::Citation> sources) {
  arguments.insert(arguments.begin(), {"who", whose});
  model::Advisory raised;
  raised.code = AdvisoryId("W-PHOTO-SPEC");
  raised.text = {std::move(phrase), std::move(arguments)};
  raised.sources = std::move(sources);
  raised.about = DocumentId("photo");
  return raised;
}

/// "33 × 48".
template <class Number>
std::string by(Number width, Number height) {
  return std::to_string(width) + " × " + std::to_string(height);
}

std::string millimetres(const model::Photo& photo) {
  return by(std::lround(photo.width), std::lround(photo.height));
}

bool is_near(double value, double wanted) {
  return std::abs(value / wanted - 1) <= tolerance;
}

bool differs(const model::Fact* told, double wanted) {
  return told && told->number() && *told->number() != std::lround(wanted);
}

std::string told(const model::Fact* fact) {
  return fact ? fact->text : "?";
}

}  // namespace

std::vector<model::Advisory> photo_advisories(const model::Profile& profile,
                                              const PersonKey& applicant,
                                              const model::Ruling& ruling, Date as_of) {
  std::vector<model::Advisory> raised;
  if (!ruling.photo) return raised;
  const auto& wanted = *ruling.photo;
  const auto fact = [&](const char* name) {
    return profile.find(model::fact_path(applicant, std::string("photo.") + name));
  };
  const auto raise = [&](const char* phrase, Arguments arguments) {
    raised.push_back(advisory(applicant, phrase, std::move(arguments), wanted.sources));
  };
  if (const auto* taken = fact("taken"); taken && taken->date())
    if (taken->date()->plus_months(months) < as_of)
      raise("photo_check.age", {{"taken", *taken->date()}});
  if (const auto* background = fact("background"); background && background->text != "white")
    raise("photo_check.background", {});
  const auto *width = fact("width_mm"), *height = fact("height_mm");
  if (differs(width, wanted.width) || differs(height, wanted.height))
    raise("photo_check.print",
          {{"size", told(width) + " × " + told(height)}, {"wanted", millimetres(wanted)}});
  return raised;
}

std::vector<model::Advisory> picture_advisories(const page::Picture& picture,
                                                const PersonKey& applicant,
                                                const model::Ruling& ruling) {
  std::vector<model::Advisory> raised;
  if (!ruling.photo) return raised;
  const auto size = by(picture.width, picture.height);
  if (picture.width < least_width || picture.height < least_height)
    raised.push_back(advisory(applicant, "photo_check.pixels",
                              {{"size", size}, {"wanted", by(least_width, least_height)}},
                              {digital_photographs()}));
  const double ratio = double(picture.width) / picture.height;
  if (!is_near(ratio, ruling.photo->width / ruling.photo->height) &&
      !is_near(ratio, digital_ratio)) {
    auto sources = ruling.photo->sources;
    sources.push_back(digital_photographs());
    raised.push_back(advisory(applicant, "photo_check.ratio",
                              {{"size", size}, {"wanted", millimetres(*ruling.photo)}},
                              std::move(sources)));
  }
  return raised;
}

}  // namespace tongxing::packet
