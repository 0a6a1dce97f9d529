// SPDX-License-Identifier: GPL-3.0-or-later
// How long an official form takes to fill: bench_forms FILE.pdf [COUNT]. CPU milliseconds.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>

#include "foreign/read_form.h"
#include "forms/fill.h"
#include "forms/match.h"
#include "support/fonts.h"
#include "verify/verify.h"

namespace {

using namespace tongxing;

double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Work>
double best(int count, Work work) {
  double least = 1e9;
  for (int i = 0; i < count; ++i) {
    const double begin = now();
    work(i);
    least = std::min(least, now() - begin);
  }
  return least;
}

/// A value for each field that takes one; other characters each time.
std::vector<forms::Filling> values(const foreign::OfficialForm& form, int turn) {
  static constexpr const char* names[] = {"张伟明 Zhang", "欧阳晓红 2024", "Müller 李娜",
                                          "陕西省西安市"};
  std::vector<forms::Filling> all;
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const auto& field = form.fields[i];
    forms::Filling filling;
    filling.name = field.name;
    filling.field = i;
    if (field.type == foreign::FieldType::text) {
      filling.text = names[(i + static_cast<std::size_t>(turn)) % 4];
      if (field.max_length) filling.text = std::string(*field.max_length, '7');
    } else if (!field.options.empty()) {
      filling.chosen = {field.options.front().value};
      if (field.type == foreign::FieldType::combo || field.type == foreign::FieldType::list)
        filling.text = field.options.front().label;
    } else {
      continue;
    }
    all.push_back(std::move(filling));
  }
  return all;
}

int run(const char* file, int count) {
  std::ifstream stream(file, std::ios::binary);
  const std::string raw{std::istreambuf_iterator<char>(stream), {}};
  const foreign::Normaliser normaliser{.program = TONGXING_NORMALISE};
  const auto safe = foreign::normalise(raw, file, normaliser);
  if (!safe) return 2;
  const auto form = foreign::read_form(*safe, file);
  auto fonts = text::FontSet::open(tests::debian_catalog());
  if (!form || !fonts) return 2;
  std::u32string common;
  for (char32_t c = 0x4E00; c < 0x4E00 + 8000; ++c) common += c;
  for (char32_t c = ' '; c < 0x17F; ++c) common += c;
  fonts->prepare_for_batch(common);
  text::Shaper shaper(*fonts);
  const forms::ContinuationWords words = {
      {"附页", "Continuation"}, {"见下", "see below"}, [](std::size_t number) {
        return model::Bilingual{"见附页第" + std::to_string(number) + "条", "see continuation"};
      }};
  std::printf("%s: %zu pages, %zu fields\n", file, form->pages.size(), form->fields.size());
  for (const auto keep : {foreign::Keep::flat, foreign::Keep::fields}) {
    const double begin = now();
    auto blank = foreign::prepare_blank(*safe, *form, keep, file);
    if (!blank) return 2;
    const auto prepared = forms::prepare(*form, std::move(*blank), keep);
    const double once = now() - begin;
    std::size_t bytes = 0, filled = 0;
    const double each = best(count, [&](int turn) {
      const auto fillings = values(*form, turn);
      const auto result = forms::fill_unchecked(prepared, fillings, shaper, words);
      if (!result) std::exit(1);
      bytes = result->bytes.size();
      filled = fillings.size();
    });
    const auto checked = forms::fill(prepared, values(*form, 0), shaper, words);
    const double read = best(2, [&](int) {
      static_cast<void>(verify::read_back(checked->bytes, checked->bare, checked->meant));
    });
    std::printf(
        "  %-8s prepared once %.1f ms; %zu fields filled in %.2f ms, %zu bytes; read back %.0f "
        "ms\n",
        keep == foreign::Keep::flat ? "flat" : "fillable", once, filled, each, bytes, read);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  return run(argv[1], argc > 2 ? std::atoi(argv[2]) : 50);
}
