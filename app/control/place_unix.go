//go:build unix

package control

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

func runtimeDir() string {
	if dir := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "kindhum")
	}
	return filepath.Join("/tmp", fmt.Sprintf("kindhum-%d", os.Getuid()))
}

// checkOwner refuses a folder that is a link, somebody else's, or open to others.
func checkOwner(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || !ok {
		return errors.New("is not a folder")
	}
	if int(stat.Uid) != os.Getuid() {
		return errors.New("belongs to somebody else")
	}
	if info.Mode().Perm()&0o077 != 0 {
		return os.Chmod(dir, 0o700) // it is ours: close it
	}
	return nil
}
