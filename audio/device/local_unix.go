//go:build unix

package device

import "os"

// keepLocal sees that the sound server's client finds only sockets of this
// machine. It changes the environment of this process, the only thing that the
// client looks at.
func keepLocal() error {
	return os.Setenv("PULSE_SERVER", Local(os.Getenv("PULSE_SERVER"), os.Getenv("XDG_RUNTIME_DIR"), os.Getuid()))
}
