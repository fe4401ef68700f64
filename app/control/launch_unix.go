//go:build unix

package control

import "syscall"

// root is where a detached process stands, so that it holds no folder in use.
const root = "/"

// detached gives the new process a session of its own: it does not end with the terminal or the
// window that started it.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
