// SPDX-License-Identifier: GPL-3.0-or-later
// The walls around a program that reads what strangers wrote.
#pragma once

namespace tongxing::foreign {

/// From here on this process may read descriptor 0, write descriptor 1, ask for memory and end;
/// every other system call fails with EPERM, opening a file with EACCES. No new privileges, no new
/// descriptor, no core dump, no debugger of the same user. Irrevocable. False: the kernel refused,
/// and nothing may be read.
bool enter_sandbox();

}  // namespace tongxing::foreign
