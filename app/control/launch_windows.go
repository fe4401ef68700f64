package control

import "syscall"

// root is where a detached process stands; "" is where this one does.
const root = ""

// detached lets the new process outlive the console that started it.
func detached() *syscall.SysProcAttr {
	const detachedProcess = 0x00000008
	return &syscall.SysProcAttr{HideWindow: true, CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP | detachedProcess}
}
