package desktop

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unicode"
)

// xSockets is where the sockets of X's displays are, by their numbers.
const xSockets = "/tmp/.X11-unix/X"

// xDisplay reports whether an X display, named as DISPLAY has it, lets us in.
func xDisplay(name string) error {
	paths, number, err := xPlace(name)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if conn, err := call(path); err == nil {
			return knock(conn, name, cookie(number))
		}
	}
	return ErrNoDisplay
}

// call connects to a socket. One before which too many wait is called again.
func call(path string) (net.Conn, error) {
	for until := time.Now().Add(letsInWithin); ; {
		conn, err := net.DialTimeout("unix", path, letsInWithin)
		if !errors.Is(err, syscall.EAGAIN) || time.Now().After(until) {
			return conn, err
		}
		time.Sleep(20 * time.Millisecond) // there is no event to wait for
	}
}

// xThere reports whether an X display seems to be there, without asking it.
func xThere(name string) error {
	paths, _, err := xPlace(name)
	if err == nil {
		if _, err = os.Stat(paths[len(paths)-1]); err != nil {
			return ErrNoDisplay
		}
	}
	return err
}

// xPlace is where an X display is: its sockets, the first to be tried first, and its number. A display is named
// [host]:number[.screen]; without a host, with "unix" for one or as the path of a socket it is of this machine (as
// libxcb reads it).
func xPlace(name string) (paths []string, number string, err error) {
	colon := strings.LastIndexByte(name, ':')
	if colon < 0 {
		return nil, "", ErrNoDisplay
	}
	host, rest := name[:colon], name[colon+1:]
	number, screen, screened := strings.Cut(rest, ".")
	if !isNumber(number) || screened && !isNumber(screen) {
		return nil, "", ErrNoDisplay
	}
	if host == "" || host == "unix" || strings.HasPrefix(host, "unix/") {
		return []string{"@" + xSockets + number, xSockets + number}, number, nil
	}
	path := strings.TrimPrefix(name, "unix:")
	for _, path := range []string{path, strings.TrimSuffix(path, "."+screen)} {
		if info, err := os.Stat(path); filepath.IsAbs(path) && err == nil && info.Mode().Type() == os.ModeSocket {
			return []string{path}, number, nil
		}
	}
	return nil, "", fmt.Errorf("the display %s %w", readable(name), ErrFarDisplay)
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// readable is what somebody else wrote, short and fit for a line.
func readable(s string) string {
	const most = 80
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))
	if letters := []rune(s); len(letters) > most {
		s = string(letters[:most]) + "..."
	}
	return strings.TrimSpace(s)
}

// The connection setup of X's protocol, version 11.
const (
	xProtocol = 11
	xRefused  = 0
	xAccepted = 1
	xKeyKind  = "MIT-MAGIC-COOKIE-1"
)

// letsInWithin is how long an X server may take to answer: one that many call at once on a busy machine takes seconds.
var letsInWithin = 10 * time.Second // less in tests

// errSilent is a display that takes calls and does not answer in time.
var errSilent = fmt.Errorf("%w: it does not answer", ErrNoDisplay)

// stays is how long a window takes to connect at most, but for very slow machines.
const stays = 5 * time.Second

// knock asks an X server to be let in, with a cookie if there is one. One that does not answer, or not as a display
// does, is none.
func knock(conn net.Conn, name string, cookie []byte) error {
	err := letIn(conn, name, cookie)
	if err != nil {
		_ = conn.Close() // it is of no use
		return err
	}
	// A server may end, or begin anew, when its last client goes (Xserver(1), -terminate): this one goes when our
	// window is there.
	time.AfterFunc(stays, func() { _ = conn.Close() })
	return nil
}

func letIn(conn net.Conn, name string, cookie []byte) error {
	_ = conn.SetDeadline(time.Now().Add(letsInWithin)) // where it cannot be set the answer is waited for all the same
	if _, err := conn.Write(setup(cookie)); err != nil {
		return silent(err)
	}
	var head [8]byte // outcome, length of a refusal's reason, version, length of all that follows in fours
	if _, err := io.ReadFull(conn, head[:]); err != nil {
		return silent(err)
	}
	size := 4 * int(binary.LittleEndian.Uint16(head[6:]))
	switch head[0] {
	case xAccepted:
		return nil
	case xRefused:
		size = int(head[1])
	}
	reason := make([]byte, min(size, 255))
	n, _ := io.ReadFull(conn, reason) // one that is cut off says something all the same
	if said := readable(string(reason[:n])); said != "" {
		return fmt.Errorf("the display %s %w (%s)", readable(name), ErrShutDisplay, said)
	}
	return fmt.Errorf("the display %s %w", readable(name), ErrShutDisplay)
}

func silent(err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return errSilent
	}
	return ErrNoDisplay // it hung up
}

// setup is the request to be let in.
func setup(cookie []byte) []byte {
	kind := ""
	if cookie != nil {
		kind = xKeyKind
	}
	b := []byte{'l', 0} // numbers with the low byte first
	for _, n := range []int{xProtocol, 0, len(kind), len(cookie), 0} {
		b = binary.LittleEndian.AppendUint16(b, uint16(n)) //nolint:gosec // what an authority file has is that short
	}
	for _, part := range []string{kind, string(cookie)} {
		b = append(b, part...)
		b = append(b, make([]byte, -len(part)&3)...) // up to a multiple of four
	}
	return b
}
