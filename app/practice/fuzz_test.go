package practice_test

import (
	"errors"
	"os"
	"reflect"
	"testing"
	"testing/fstest"
	"time"

	"kindhum/app/practice"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"id = \"a\"\ntitle = \"A\"\n[[step]]\nlines = [\"x\"]\n", "id = 7", "[[step]]", "\x00\xff", "colour = \"red\"",
		"id = \"a\"\ntitle = \"A\"\npattern = \"4-7-8\"\n",
		"# A remark.\nid = \"a\"\ntitle = \"A\"\nturns = true\nstep = [{lines = [\"x\", \"y\"], off = [\"y\", \"z\"]}, {title = 7}]\n",
		"id = \"\"\"a\"\"\"\ntitle = '''A[[step]]'''\n[[step]]\nlines = [ # one\n\"x\",\n\"\"]\n[[ step ]]\noff = [\"\\u202E\"]\n",
		"a.b.c.d = {e = [[[[[1.5]]]]]}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := practice.ParseDraft(data)
		p, same := practice.Parse(data)
		if err != nil {
			var fault *practice.Fault
			if !errors.As(err, &fault) || same == nil || fault.Line < 0 || len(err.Error()) > 2000 {
				t.Fatalf("%v, %v", err, same)
			}
			return
		}
		for _, talk := range []practice.Talk{practice.EveryBreath, practice.EverySecond, practice.Few} {
			line, end := timeline(p, time.Minute)
			for _, l := range told(t, p.Plan(line, talk), end) {
				if l.Text == "" || l.To <= l.From {
					t.Errorf("%+v", l)
				}
			}
		}
		if again, err := practice.ParseDraft(d.Encode()); err == nil && !reflect.DeepEqual(again, d) {
			t.Errorf("%+v became %+v", d, again)
		} else if err != nil && len(data) < practice.MaxFile/8 {
			t.Errorf("what was written cannot be read: %v", err)
		}
	})
}

// FuzzReadOwn has a file that may be anything beside one that is right.
func FuzzReadOwn(f *testing.F) {
	for _, s := range []string{"", "id = 7", "id = \"good\"\ntitle = \"B\"\n", "\xff"} {
		f.Add([]byte(s), "x.toml", uint32(0o600))
		f.Add([]byte(s), "good.toml", uint32(os.ModeNamedPipe))
		f.Add([]byte(s), " good.toml", uint32(os.ModeNamedPipe)) // it was told as good.toml
	}
	f.Fuzz(func(t *testing.T, data []byte, name string, mode uint32) {
		files := fstest.MapFS{"good.toml": {Data: []byte("id = \"good\"\ntitle = \"Good\"\n")}}
		if name != "good.toml" {
			files[name] = &fstest.MapFile{Data: data, Mode: os.FileMode(mode)}
		}
		own := practice.ReadOwn(files)
		if len(own.Files)+len(own.Troubles) > 2 || len(own.Practices()) != len(own.Files) {
			t.Fatalf("%+v", own)
		}
		for _, trouble := range own.Troubles {
			if trouble.Error() == "" || trouble.Name == "good.toml" && trouble.Why.Key != "twice" {
				t.Fatal(trouble)
			}
		}
	})
}
