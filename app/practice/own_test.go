package practice_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"kindhum/app/practice"
	"kindhum/assets"
)

// file is a practice file of an id.
func file(id string) string {
	return fmt.Sprintf("id = %q\ntitle = \"Own %s\"\n[[step]]\nlines = [\"One.\"]\n", id, id)
}

// read is what is read of files, and what is said of the others, by their names.
func read(t *testing.T, own practice.Own) (ids string, troubles map[string]string) {
	t.Helper()
	troubles = map[string]string{}
	for _, f := range own.Files {
		ids += f.Draft.ID + " "
	}
	for _, trouble := range own.Troubles {
		troubles[trouble.Name] = trouble.Error()
	}
	return ids, troubles
}

func TestABadFileIsNamedAndEverythingElseLoads(t *testing.T) {
	many := strings.Repeat("  \"x\",\n", 10_000)
	bad := map[string]struct{ data, says string }{
		"types.toml":      {"id = \"t\"\ntitle = \"T\"\nturns = 7\n", "types.toml, line 3: turns is neither true nor false"},
		"kinds.toml":      {"id = \"t\"\ntitle = \"T\"\n\n[[step]]\nlines = [\"x\"]\n\n[[step]]\nlines = [7]\n", "line 8: lines is no list of texts"},
		"first.toml":      {"id = \"t\"\ntitle = \"T\"\n[[step]]\ntitle = 1979-05-27\nlines = [\"\"\"\n[[step]]\n\"\"\"]\n[[step]]\nlines = [\"x\"]\n", "line 4: title is no text"},
		"table.toml":      {"id = \"t\"\ntitle = \"T\"\n[step]\nlines = [\"x\"]\n", "step is no list of steps"},
		"empty.toml":      {"id = \"t\"\ntitle = \"T\"\n[[step]]\n# nothing\n[[step]]\nlines = []\n", "line 3: step 1 has no lines"},
		"lines.toml":      {"id = \"t\"\ntitle = \"T\"\n[[step]]\nlines = [\n" + many + "]\n", "line 4: step 1 has more than 256 lines"},
		"unknown.toml":    {"id = \"t\"\ntitle = \"T\"\n[[step]]\nlines = [\"x\"]\ncolour = \"red\"\n", "line 5: a practice has no word \"colour\""},
		"steps.toml":      {"id = \"t\"\ntitle = \"T\"\n" + strings.Repeat("[[step]]\nlines = [\"x\"]\n", 65), "line 131: more than 64 steps"},
		"long.toml":       {"id = \"t\"\ntitle = \"T\"\n[[step]]\nlines = [\"" + strings.Repeat("🙂", 2001) + "\"]\n", "line 4: a line of step 1 is longer than 2000"},
		"title.toml":      {"id = \"t\"\ntitle = \" \"\n", "line 2: the title is missing"},
		"pattern.toml":    {"id = \"t\"\ntitle = \"T\"\npattern = \"4-7-8\"\n", "line 3: pattern \"4-7-8\" has three parts"},
		"terminal.toml":   {"id = \"t\"\ntitle = \"\\u001b[2J\"\n", "line 2: a character cannot be shown"},
		"syntax.toml":     {"id = \"t\"\ntitle = T\n", "syntax.toml, line 2: this cannot be read"},
		"binary.toml":     {"\x7fELF\x00\x01", "no text in UTF-8"},
		"latin.toml":      {"id = \"t\"\ntitle = \"\xdcbung\"\n", "no text in UTF-8"},
		"utf16.toml":      {"i\x00d\x00", "no text in UTF-8"},
		"huge.toml":       {strings.Repeat("#", practice.MaxFile+1), "larger than 256 KiB"},
		"nested.toml":     {"a = " + strings.Repeat("[", 200_000), "line 1: this is nested too deeply"},
		"tables2.toml":    {"a = " + strings.Repeat("{b = ", 50_000), "line 1: this is nested too deeply"},
		"dotted.toml":     {"# x\n" + strings.Repeat("a.", 100_000) + "a = 1", "line 2: this is nested too deeply"},
		"none.toml":       {"", "none.toml: the id \"\" is not made of"},
		"same.toml":       {file("mine"), "the id \"mine\" is that of mine.toml already"},
		"no\x07bell.toml": {"id = 7", `"no\abell.toml", line 1: id is no text`},
	}
	files := fstest.MapFS{
		"mine.toml": {Data: []byte(file("mine"))}, "zuletzt.TOML": {Data: []byte("\ufeff" + file("last"))},
		".hidden.toml": {Data: []byte("id = 7")}, "notes.txt": {Data: []byte("dear diary")},
	}
	for name, b := range bad {
		files[name] = &fstest.MapFile{Data: []byte(b.data)}
	}
	own := practice.ReadOwn(files)
	ids, troubles := read(t, own)
	if ids != "mine last " {
		t.Errorf("read are %s", ids)
	}
	for name, b := range bad {
		if says := troubles[name]; !strings.Contains(says, b.says) || strings.Contains(says, "\n") {
			t.Errorf("%s: %q, want %q", name, says, b.says)
		}
	}
	if len(troubles) != len(bad) {
		t.Errorf("%d troubles for %d bad files", len(troubles), len(bad))
	}
}

func TestTooManyFilesAreNotRead(t *testing.T) {
	files := fstest.MapFS{}
	for i := range 300 {
		files[fmt.Sprintf("%03d.toml", i)] = &fstest.MapFile{Data: []byte(file(fmt.Sprintf("p-%d", i)))}
	}
	own := practice.ReadOwn(files)
	if len(own.Files) != 200 || len(own.Troubles) != 1 || own.Troubles[0].Name != "200.toml" || own.Troubles[0].Why.Key != "many" {
		t.Errorf("%d files, %v", len(own.Files), own.Troubles)
	}
	for i := range 300 {
		files[fmt.Sprintf("%03d.toml", i)].Data = []byte(file(fmt.Sprintf("p-%d", i)) + strings.Repeat("#", 250<<10))
	}
	if own := practice.ReadOwn(files); len(own.Files) > 33 || len(own.Troubles) != 1 {
		t.Errorf("%d large files, %v", len(own.Files), own.Troubles)
	}
}

func TestOwnPracticesAmongTheOthers(t *testing.T) {
	l := library(t)
	own := practice.ReadOwn(fstest.MapFS{
		"a.toml": {Data: []byte(file("walking"))}, "hum.toml": {Data: []byte(file("hum-breath"))},
	}).Practices()
	with := l.With(own).In("de")
	all := with.All()
	if len(all) != len(l.All())+1 || all[0].Title != "Own hum-breath" || all[len(all)-1].ID != "walking" || all[1].Title != l.In("de").All()[1].Title {
		t.Errorf("%+v", all)
	}
	for name, id := range map[string]string{
		"walking": "walking", "OWN WALKING": "walking", "hum-breath": "hum-breath", "Own hum-breath": "hum-breath",
		"Hum breath": "hum-breath", "Summend atmen": "hum-breath", "kind wishes": "kind-wishes",
	} {
		if p, err := with.Find(name); err != nil || p.ID != id {
			t.Errorf("%q: %s, %v", name, p.ID, err)
		}
	}
	if p, there := with.BuiltIn("hum-breath"); !there || p.Title != "Summend atmen" {
		t.Errorf("the built-in one is %q", p.Title)
	}
	if _, there := with.BuiltIn("walking"); there {
		t.Error("an own practice is built in")
	}
	if again := with.With(nil); again.All()[0].Title != "Summend atmen" || len(again.All()) != len(l.All()) {
		t.Error("an own practice stays when it is gone")
	}
	if _, err := with.Find("juggling"); err == nil || !strings.Contains(err.Error(), "walking") {
		t.Error(err)
	}
}

// That the sentences of faults are the same ones in the words of the window is a test there.
func TestEveryFaultHasItsSentence(t *testing.T) {
	for key, sentence := range practice.Faults() {
		f := practice.Fault{Line: 2, Key: key, What: []string{"ONE", "TWO"}}
		if says := f.Error(); sentence == "" || strings.Contains(says, "{") || !strings.HasPrefix(says, "line 2: ") {
			t.Errorf("%s: %q", key, says)
		}
	}
	if _, err := practice.Load(assets.Practices()); err != nil {
		t.Error(err)
	}
}
