package export

import (
	"encoding/binary"
	"strings"
	"unicode"
)

// chunk appends the beginning of a RIFF chunk of size bytes.
func chunk(to []byte, name string, size int) []byte {
	return binary.LittleEndian.AppendUint32(append(to, name...), uint32(size))
}

// whole appends a RIFF chunk, with a zero after an odd number of bytes.
func whole(to []byte, name string, body []byte) []byte {
	to = append(chunk(to, name, len(body)), body...)
	return append(to, make([]byte, len(body)%2)...)
}

// chunks are the tags as WAV has them: a LIST chunk of texts. Nobody ever said how its letters are encoded. Half of
// the players take UTF-8; the others find a title that needs it in an ID3 tag, which says so.
func (t tags) chunks() []byte {
	list := []byte("INFO")
	for _, tag := range [][2]string{{"INAM", t.title}, {"IART", maker}, {"ICMT", t.description}, {"ISFT", maker}} {
		if tag[1] != "" {
			list = whole(list, tag[0], append([]byte(tag[1]), 0))
		}
	}
	all := whole(nil, "LIST", list)
	if strings.ContainsFunc(t.title, func(r rune) bool { return r > unicode.MaxASCII }) {
		all = whole(all, "id3 ", t.id3())
	}
	return all
}

// id3 are title and maker as an ID3 tag of version 2.4.
func (t tags) id3() []byte {
	const utf8 = 3
	var frames []byte
	for _, frame := range [][2]string{{"TIT2", t.title}, {"TPE1", maker}} {
		frames = append(sized(frames, frame[0], 1+len(frame[1])), 0, 0, utf8) // no flags
		frames = append(frames, frame[1]...)
	}
	return append(sized(nil, "ID3\x04\x00\x00", len(frames)), frames...)
}

// sized appends a name and a size in four times seven bits.
func sized(to []byte, name string, size int) []byte {
	to = append(to, name...)
	return append(to, byte(size>>21&0x7f), byte(size>>14&0x7f), byte(size>>7&0x7f), byte(size&0x7f))
}
