// SPDX-License-Identifier: GPL-3.0-or-later
// A program taken over by a stranger's file can do nothing with it.
#include "foreign/sandbox.h"

#include <catch2/catch.hpp>
#include <cerrno>
#include <filesystem>
#include <sstream>

#include "base/child_process.h"
#include "base/sanitized.h"

using namespace tongxing;
using End = ChildRun::End;

namespace {

ChildRun probe(const std::string& mode, ChildLimits limits = {}) {
  ChildProgram program{.file = TONGXING_SANDBOX_PROBE, .arguments = {}, .limits = limits};
  if (!mode.empty()) program.arguments = {mode};
  const auto run = run_child(program, "input");
  REQUIRE(run);
  return *run;
}

}  // namespace

TEST_CASE("no socket, no file, no process, no descriptor but the two") {
  const ChildRun run = probe("");
  REQUIRE(run.end == End::exited);
  REQUIRE(run.code == 0);
  std::istringstream lines(run.out);
  std::string attempt;
  int error = 0, count = 0;
  while (lines >> attempt >> error) {
    CAPTURE(attempt);
    CHECK((error == EPERM || (attempt.starts_with("open-") && error == EACCES)));
    ++count;
  }
  CHECK(count == 29);
  CHECK_FALSE(std::filesystem::exists("taken-over"));
}

TEST_CASE("memory ends where the limit is") {
  if (sanitized) return;  // the sanitizer's own limit holds there
  const ChildRun run = probe("memory", {.memory = std::uint64_t{256} << 20});
  CHECK(run.end == End::exited);
  CHECK(run.code >= 8);   // 128 MB and more were to be had,
  CHECK(run.code <= 16);  // 256 MB were not
}

TEST_CASE("the processor's time ends, and so does the wall's") {
  CHECK(probe("spin", {.cpu_seconds = 1}).end == End::out_of_time);
  CHECK(probe("wait", {.wall = std::chrono::milliseconds(200)}).end == End::out_of_time);
}
