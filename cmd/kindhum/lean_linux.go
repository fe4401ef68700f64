package main

import (
	"bufio"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// lean gives back the memory that only the start of a process needed. The program carries a
// window that its player and its sound never open; while they start, the kernel maps most of it
// into them all the same. A window on software OpenGL needs a compiler for its first frames alone.
// What is still used comes back by itself, from the file.
func lean() {
	debug.SetGCPercent(50) // a small heap that changes slowly: less room for garbage costs nothing
	debug.FreeOSMemory()
	smaps, err := os.Open("/proc/self/smaps")
	if err != nil {
		return // then it stays as large as it was
	}
	defer smaps.Close() //nolint:errcheck // it was only read
	var m mapping
	for lines := bufio.NewScanner(smaps); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		switch {
		case len(fields) == 6 && strings.Contains(fields[0], "-"):
			m = mapping{addresses: fields[0], constant: strings.HasPrefix(fields[5], "/") && !strings.Contains(fields[1], "w")}
		case len(fields) == 3 && fields[0] == "Anonymous:":
			m.constant = m.constant && fields[1] == "0"
		case len(fields) > 0 && fields[0] == "VmFlags:" && m.constant:
			m.giveBack()
		}
	}
}

// mapping is a part of the address space, as /proc/self/smaps tells it (proc(5)).
type mapping struct {
	addresses string
	constant  bool // of a file, the program's or a library's, and with no page of its own: never written to
}

// giveBack unmaps the pages. They can be read again from the file at any time (madvise(2),
// MADV_DONTNEED), and are to come back in small pieces: a huge page would bring nearly all of them with
// it (MADV_NOHUGEPAGE). Where that is refused, they stay.
func (m mapping) giveBack() {
	low, high, _ := strings.Cut(m.addresses, "-")
	from, err1 := strconv.ParseUint(low, 16, 64)
	to, err2 := strconv.ParseUint(high, 16, 64)
	if err1 == nil && err2 == nil && to > from {
		for _, advice := range []uintptr{unix.MADV_NOHUGEPAGE, unix.MADV_DONTNEED} {
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, uintptr(from), uintptr(to-from), advice)
		}
	}
}
