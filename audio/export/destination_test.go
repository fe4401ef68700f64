package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fails renders to a path that cannot be, and holds the error to one line with the path in it.
func fails(t *testing.T, path string, want error) {
	t.Helper()
	err := Render(t.Context(), spec(1), path, nil)
	if !errors.Is(err, want) {
		t.Errorf("%q: %v, want %v", path, err, want)
		return
	}
	if strings.ContainsAny(err.Error(), "\n\x1b") || strings.Contains(err.Error(), ".part") {
		t.Errorf("%q: not one plain line: %q", path, err)
	}
	if base := filepath.Base(path); !strings.Contains(err.Error(), strings.TrimRight(base, "\n\x1b[")) {
		t.Errorf("%q is not named in %q", path, err)
	}
}

// listed are the names in a folder.
func listed(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

func TestWhereNoFileCanBe(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	must(t,
		os.Mkdir(in("folder.wav"), 0o700), os.Mkdir(in("plain"), 0o700),
		os.WriteFile(in("file.wav"), []byte("kept"), 0o600),
		os.WriteFile(in("kept.flac"), []byte("kept"), 0o400),
		os.Symlink("kept.flac", in("to-kept.flac")), os.Symlink("folder.wav", in("to-folder.wav")),
		os.Symlink("two.wav", in("one.wav")), os.Symlink("one.wav", in("two.wav")),
		os.Symlink("gone/a.wav", in("dead.wav")))
	before := listed(t, dir)
	fails(t, in("folder.wav"), errFolder)
	fails(t, in("plain"), errFolder)
	fails(t, in("plain")+"/", errFolder)
	fails(t, in("to-folder.wav"), errFolder)
	fails(t, in("kept.flac"), errProtected)
	fails(t, in("to-kept.flac"), errProtected)
	fails(t, in("one.wav"), errCircle)
	fails(t, in("dead.wav"), fs.ErrNotExist)
	fails(t, in("none/a.wav"), fs.ErrNotExist)
	fails(t, in("none\n\x1b[/a.wav"), fs.ErrNotExist)
	for _, name := range []string{"file.wav/a.wav", strings.Repeat("a", 300) + ".wav"} {
		if err := Render(t.Context(), spec(1), in(name), nil); err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := listed(t, dir); after != before {
		t.Errorf("there was %s, and now %s", before, after)
	}
	for _, name := range []string{"file.wav", "kept.flac"} {
		if b, err := os.ReadFile(in(name)); string(b) != "kept" {
			t.Errorf("%s holds %q, %v", name, b, err)
		}
	}
}

func TestAFolderThatCannotBeWrittenTo(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o500))
	if probe, err := os.Create(filepath.Join(dir, "probe")); err == nil {
		must(t, probe.Close(), os.Remove(probe.Name()))
		t.Skip("this user may write anywhere")
	}
	fails(t, filepath.Join(dir, "a.wav"), fs.ErrPermission)
	empty(t, dir)
}

// Links lead to the file and stay, even one whose file is not there yet.
func TestLinksAreFollowed(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	must(t,
		os.Mkdir(in("music"), 0o700), os.Mkdir(in("links"), 0o700),
		os.Symlink("../music/new.flac", in("links/dead.flac")),
		os.Symlink("links", in("again")), os.Symlink("again/dead.flac", in("far.FLAC")))
	if err := Render(t.Context(), spec(1), in("far.FLAC"), nil); err != nil {
		t.Fatal(err)
	}
	if got := listed(t, in("music")) + ", " + listed(t, in("links")); got != "new.flac, dead.flac" {
		t.Errorf("there is %s", got)
	}
	first, err := os.ReadFile(in("music/new.flac"))
	must(t, err)
	s := spec(1)
	s.Title = "Another"
	must(t, Render(t.Context(), s, in("links/dead.flac"), nil))
	if second, err := os.ReadFile(in("music/new.flac")); err != nil || string(second) == string(first) {
		t.Errorf("the file behind the link was not replaced: %v", err)
	}
	if info, err := os.Lstat(in("links/dead.flac")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestAnyNameWillDo(t *testing.T) {
	for _, name := range []string{
		"Güte für müde Füße.wav", "a b'\"$*?.FlAc", "-.WAV", "two\nlines.wav", "\xff\xfe.flac", ".wav", "静けさ.flac",
		strings.Repeat("a", 251) + ".wav",
	} {
		dir := t.TempDir()
		if err := Render(t.Context(), spec(1), filepath.Join(dir, name), nil); err != nil {
			t.Errorf("%q: %v", name, err)
		} else if got := listed(t, dir); got != name {
			t.Errorf("%q: there is %q", name, got)
		}
	}
}
