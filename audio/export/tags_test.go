package export

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"time"

	wavfile "github.com/go-audio/wav"
	"github.com/mewkiz/flac"
	"github.com/mewkiz/flac/meta"
	"pgregory.net/rapid"
)

const german = "Güte für müde Füße"

func TestFLACSaysWhatItIs(t *testing.T) {
	s := spec(1)
	for title, want := range map[string]string{german: german, "two\nlines\x00": "two lines", "": "", "\xff": "\uFFFD"} {
		s.Title = title
		stream, err := flac.Parse(bytes.NewReader(rendered(t, s, "a.flac")))
		if err != nil {
			t.Fatal(err)
		}
		if len(stream.Blocks) != 1 {
			t.Fatalf("%d blocks besides the first", len(stream.Blocks))
		}
		comment, is := stream.Blocks[0].Body.(*meta.VorbisComment)
		if !is || comment.Vendor != maker {
			t.Fatalf("not a comment of ours: %+v", stream.Blocks[0])
		}
		got := map[string]string{}
		for _, tag := range comment.Tags {
			got[tag[0]] = tag[1]
		}
		if got["TITLE"] != want || got["ARTIST"] != maker || got["LENGTH"] != "10s" || got["DESCRIPTION"] != "10s, breath 4-6, voice hum, 528 Hz" {
			t.Errorf("title %q: %q", title, got)
		}
		if _, there := got["TITLE"]; there != (want != "") {
			t.Errorf("title %q: %q", title, got)
		}
	}
}

func TestWAVSaysWhatItIs(t *testing.T) {
	s := spec(1)
	s.Timeline.Pattern.Out = 2100 * time.Millisecond
	s.Sound.Pitch, s.Sound.Voice = 132.25, "reed"
	for _, title := range []string{"Hum breath", "Hum breaths", german, ""} {
		s.Title = title
		file := rendered(t, s, "a.wav")
		d := wavfile.NewDecoder(bytes.NewReader(file))
		d.ReadMetadata()
		if m := d.Metadata; d.Err() != nil || m == nil || m.Title != title || m.Artist != maker || m.Software != maker ||
			m.Comments != "6s, breath 4-2.1, voice reed, 132.25 Hz" {
			t.Errorf("%q: %v, %+v", title, d.Err(), m)
		}
		chunks := walk(t, file)
		if got := strings.Join(names(chunks), " "); title == german && got != "fmt  data LIST id3 " || title != german && got != "fmt  data LIST" {
			t.Errorf("%q: chunks %s", title, got)
		}
		if id3 := chunks[len(chunks)-1].body; title == german && !bytes.Contains(id3, []byte("TIT2\x00\x00\x00\x18\x00\x00\x03"+german)) {
			t.Errorf("an ID3 tag of %q", id3)
		}
	}
}

// A player that reads no further than the samples finds them where they have always been.
func TestSamplesBeginAtByte44(t *testing.T) {
	s := spec(1)
	titled := rendered(t, s, "a.wav")
	s.Title = ""
	untitled := rendered(t, s, "a.wav")
	n, _ := s.Frames()
	if string(titled[36:40]) != "data" || binary.LittleEndian.Uint32(titled[40:]) != uint32(6*n) {
		t.Errorf("the header ends in %q", titled[36:44])
	}
	if !bytes.Equal(titled[44:44+6*n], untitled[44:44+6*n]) || bytes.Equal(titled[44+6*n:], untitled[44+6*n:]) {
		t.Error("the title changes the samples, or nothing")
	}
}

type named struct {
	name string
	body []byte
}

func names(chunks []named) (all []string) {
	for _, c := range chunks {
		all = append(all, c.name)
	}
	return all
}

// walk takes a RIFF file apart, and holds every size in it to what there is.
func walk(t testing.TB, file []byte) (chunks []named) {
	t.Helper()
	if string(file[:4]) != "RIFF" || string(file[8:12]) != "WAVE" || int(binary.LittleEndian.Uint32(file[4:])) != len(file)-8 {
		t.Fatalf("a file of %d bytes begins with %q", len(file), file[:12])
	}
	return parts(t, file[12:])
}

func parts(t testing.TB, rest []byte) (chunks []named) {
	t.Helper()
	for len(rest) > 0 {
		size := int(binary.LittleEndian.Uint32(rest[4:]))
		chunks = append(chunks, named{string(rest[:4]), rest[8 : 8+size]})
		if size%2 == 1 && rest[8+size] != 0 {
			t.Errorf("chunk %q is not padded with zero", rest[:4])
		}
		rest = rest[8+size+size%2:]
	}
	return chunks
}

// Whatever a title holds, the chunks can be read, their texts end where they should, and the rest stands.
func TestAnyTitle(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := spec(1)
		s.Title = rapid.OneOf(rapid.String(), rapid.StringN(0, 400, -1), rapid.Just("\xff\x00=\r\n")).Draw(rt, "title")
		tags := s.tags()
		if n := len([]rune(tags.title)); n > maxTitle || strings.ContainsAny(tags.title, "\x00\r\n") {
			rt.Errorf("a title of %d letters: %q", n, tags.title)
		}
		chunks := parts(t, tags.chunks())
		texts := parts(t, chunks[0].body[4:])
		for _, text := range texts {
			if bytes.IndexByte(text.body, 0) != len(text.body)-1 {
				rt.Errorf("%s is %q", text.name, text.body)
			}
		}
		if got := strings.Join(names(texts), " "); got != "INAM IART ICMT ISFT" && tags.title != "" || chunks[0].name != "LIST" {
			rt.Errorf("texts %s", got)
		}
	})
}

// The longest that fits is refused by no mistake of ours: its length still goes into 32 bits.
func TestTheLongestWAV(t *testing.T) {
	for _, title := range []string{"", "Hum breath", german, strings.Repeat("ü", maxTitle)} {
		s := spec(1)
		s.Title = title
		after := len(s.tags().chunks())
		size := wavMost(after)*wavFrame + wavHeader - 8 + int64(after)
		if size > math.MaxUint32 || size < math.MaxUint32-wavFrame {
			t.Errorf("%q: a RIFF chunk of %d bytes", title, size)
		}
	}
}
