// SPDX-License-Identifier: GPL-3.0-or-later
#include "content.h"

#include <cmath>
#include <regex>
#include <set>

namespace tongxing::check {
namespace {

/// One glyph as shown, for finding combs.
struct Shown {
  double begin = 0, end = 0, y = 0, em = 0;
  int mcid = -1;
  bool replaced = false;
};

class Reader : public QPDFObjectHandle::ParserCallbacks {
 public:
  Reader(QPDFObjectHandle resources, const std::string& where, std::map<QPDFObjGen, Font>& fonts,
         Findings& findings)
      : resources_(resources), where_(where), fonts_(fonts), findings_(findings) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    operation(object.getOperatorValue());
    operands_.clear();
  }

  void handleEOF() override {
    if (!open_.empty()) wrong("pdf 14.6", "marked content is not closed");
    if (depth_ != 0) wrong("pdf 8.4.4", "q and Q do not balance");
    find_combs();
  }

  Content take() { return std::move(content_); }

 private:
  struct Open {
    int mcid = -1;
    bool artifact = false, replaced = false;
  };

  void wrong(const char* clause, const std::string& text) {
    findings_.push_back({clause, where_ + ": " + text});
  }

  void operation(const std::string& name) {
    static const std::set<std::string> paints = {"f", "F", "f*", "B",  "B*", "b",  "b*",
                                                 "S", "s", "sh", "Do", "EI", "Tj", "TJ"};
    static const std::set<std::string> known = {
        "q",  "Q",  "cm", "w",  "J", "j",  "M",  "d",   "ri",  "i",   "gs", "m",  "l",  "c",
        "v",  "y",  "h",  "re", "n", "W",  "W*", "BT",  "ET",  "Tc",  "Tw", "Tz", "TL", "Tf",
        "Tr", "Ts", "Td", "g",  "G", "rg", "RG", "BMC", "BDC", "EMC", "BI", "ID"};
    if (paints.count(name) != 0) {
      if (!inside_artifact() && mcid() < 0)
        wrong("ua 7.1", name + " is neither tagged nor artifact");
    } else if (known.count(name) == 0) {
      wrong("a 6.2.2", "operator " + name + " is unknown or not used here");
    }
    if (name == "BMC" || name == "BDC") begin();
    if (name == "EMC") end();
    if (name == "q" && ++depth_ > 28) wrong("a 6.1.13", "q nested deeper than 28");
    if (name == "Q" && --depth_ < 0) wrong("pdf 8.4.4", "Q without q");
    if (name == "BT") x_ = y_ = line_x_ = 0;
    if (name == "Td") move();
    if (name == "Tf") choose();
    if (name == "TJ") show();
  }

  int mcid() const {
    for (auto it = open_.rbegin(); it != open_.rend(); ++it) {
      if (it->mcid >= 0) return it->mcid;
    }
    return -1;
  }
  bool inside_artifact() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& o) { return o.artifact; });
  }
  bool replaced() const {
    return std::any_of(open_.begin(), open_.end(), [](const Open& o) { return o.replaced; });
  }

  void begin() {
    Open open;
    const auto tag = operands_.empty() || !operands_[0].isName() ? "" : operands_[0].getName();
    open.artifact = tag == "/Artifact";
    if (open.artifact && mcid() >= 0) wrong("ua 7.1", "an artifact inside tagged content");
    if (operands_.size() == 2 && operands_[1].isDictionary()) {
      auto properties = operands_[1];
      open.replaced = properties.hasKey("/ActualText");
      auto language = properties.getKey("/Lang");
      if (language.isString() && !is_language(language.getUTF8Value())) {
        wrong("ua 7.2", "/Lang is no language tag");
      }
      if (properties.getKey("/MCID").isInteger()) {
        open.mcid = static_cast<int>(properties.getKey("/MCID").getIntValue());
        if (inside_artifact()) wrong("ua 7.1", "tagged content inside an artifact");
        if (mcid() >= 0) wrong("pdf 14.7.4", "tagged content inside tagged content");
        if (!content_.marks.emplace(open.mcid, tag).second) {
          wrong("pdf 14.7.4", "MCID " + std::to_string(open.mcid) + " is used twice");
        }
      }
    }
    open_.push_back(open);
  }

  void end() {
    if (open_.empty()) {
      wrong("pdf 14.6", "EMC without BDC");
    } else {
      open_.pop_back();
    }
  }

  void move() {
    if (operands_.size() != 2) return;
    line_x_ += operands_[0].getNumericValue();
    x_ = line_x_;
    y_ += operands_[1].getNumericValue();
  }

  void choose() {
    font_ = nullptr;
    if (operands_.size() != 2 || !operands_[0].isName()) return;
    auto fonts = resources_.getKey("/Font");
    auto font = fonts.isDictionary() ? fonts.getKey(operands_[0].getName()) : fonts;
    if (!font.isDictionary()) {
      wrong("pdf 9.3", "no font " + operands_[0].getName() + " in the resources");
      return;
    }
    const auto id = font.getObjGen();
    if (fonts_.count(id) == 0) fonts_[id] = read_font(font, findings_);
    font_ = &fonts_[id];
    em_ = operands_[1].getNumericValue();
  }

  void show() {
    if (font_ == nullptr || operands_.empty()) {
      wrong("pdf 9.3", "text without a font");
      return;
    }
    for (auto& piece : operands_[0].getArrayAsVector()) {
      if (piece.isNumber()) {
        x_ -= piece.getNumericValue() * em_ / 1000;
        continue;
      }
      const auto codes = piece.getStringValue();
      if (codes.size() % 2 != 0) wrong("pdf 9.7.5", "half a code");
      for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
        const auto code = static_cast<unsigned>(static_cast<unsigned char>(codes[i]) << 8 |
                                                static_cast<unsigned char>(codes[i + 1]));
        font_->used.insert(code);
        const auto width = font_->width(code) * em_ / 1000;
        shown_.push_back({x_, x_ + width, y_, em_, mcid(), replaced()});
        x_ += width;
      }
    }
  }

  /// Four and more characters of one element on one line, far from each other, read as single
  /// letters unless /ActualText says what they are together.
  void find_combs() {
    std::size_t apart = 0;
    for (std::size_t i = 1; i < shown_.size(); ++i) {
      const auto& a = shown_[i - 1];
      const auto& b = shown_[i];
      const bool comb = a.mcid >= 0 && a.mcid == b.mcid && a.y == b.y && !a.replaced &&
                        !b.replaced && b.begin - a.end > 0.3 * a.em && b.begin - a.end < 3 * a.em;
      apart = comb ? apart + 1 : 0;
      if (apart == 3) wrong("ua 7.2", "comb cells without /ActualText");
    }
  }

  QPDFObjectHandle resources_;
  const std::string& where_;
  std::map<QPDFObjGen, Font>& fonts_;
  Findings& findings_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<Open> open_;
  Content content_;
  std::vector<Shown> shown_;
  int depth_ = 0;
  Font* font_ = nullptr;
  double em_ = 0, x_ = 0, y_ = 0, line_x_ = 0;
};

}  // namespace

bool is_language(const std::string& tag) {
  static const std::regex pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");  // RFC 5646, in short
  return std::regex_match(tag, pattern);
}

Content read_content(QPDFPageObjectHelper page, const std::string& where,
                     std::map<QPDFObjGen, Font>& fonts, Findings& findings) {
  Reader reader(page.getAttribute("/Resources", false), where, fonts, findings);
  page.parseContents(&reader);
  return reader.take();
}

}  // namespace tongxing::check
