//go:build unix

package practice_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kindhum/app/practice"
)

// What is no ordinary file is not opened: one that is a pipe would keep whoever opens it waiting.
func TestNothingIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, err := range []error{
		os.WriteFile(at("mine.toml"), []byte(file("mine")), 0o600),
		syscall.Mkfifo(at("pipe.toml"), 0o600),
		os.Symlink("pipe.toml", at("to-pipe.toml")),
		os.Symlink("loop.toml", at("loop.toml")),
		os.Symlink("gone", at("dangling.toml")),
		os.Symlink("/dev/zero", at("zero.toml")),
		os.Symlink("mine2", at("linked.toml")),
		os.WriteFile(at("mine2"), []byte(file("linked")), 0o600),
		os.Mkdir(at("folder.toml"), 0o700),
		os.WriteFile(at("\xff.toml"), []byte(file("x")), 0o600),
		os.WriteFile(at("secret.toml"), []byte(file("secret")), 0),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	ids, troubles := read(t, practice.ReadOwn(os.DirFS(dir)))
	want := map[string]string{
		"pipe.toml": "no ordinary file", "to-pipe.toml": "no ordinary file", "zero.toml": "no ordinary file", "loop.toml": "symbolic links",
		"dangling.toml": "no such file", "folder.toml": "a folder", "\xff.toml": "UTF-8", "secret.toml": "permission denied",
	}
	read := "linked mine "
	if os.Geteuid() == 0 { // whom no permission stops
		delete(want, "secret.toml")
		read = "linked mine secret "
	}
	if ids != read || len(troubles) != len(want) {
		t.Errorf("read are %s, troubles %v", ids, troubles)
	}
	for name, says := range want {
		if !strings.Contains(troubles[name], says) {
			t.Errorf("%s: %q, want %q", name, troubles[name], says)
		}
	}
	for name, make := range map[string]func(string) error{
		"none":      func(string) error { return nil },
		"pipe":      func(name string) error { return syscall.Mkfifo(name, 0o600) },
		"file":      func(name string) error { return os.WriteFile(name, nil, 0o600) },
		"link-loop": func(name string) error { return os.Symlink(name, name) },
	} {
		if err := make(at(name)); err != nil {
			t.Fatal(err)
		}
		own := practice.ReadOwn(os.DirFS(at(name)))
		if len(own.Files) > 0 || (len(own.Troubles) == 1) == (name == "none") {
			t.Errorf("a folder that is %s: %+v", name, own)
		}
	}
}
