package desktop

import (
	"encoding/binary"
	"os"
	"path/filepath"
)

// Families of addresses in an authority file (Xauth.h) that a display of this machine can be under.
const (
	xLocal = 256   // by the name of the machine
	xWild  = 65535 // by any
)

// cookie is the key that an X display of this machine is opened with, or nil where none is kept for it. It is looked for
// as libxcb does, so that what is found here is what the window will come with.
func cookie(number string) []byte {
	path := os.Getenv("XAUTHORITY")
	if path == "" {
		home := os.Getenv("HOME")
		if home == "" {
			return nil
		}
		path = filepath.Join(home, ".Xauthority")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	machine, err := os.Hostname()
	if err != nil {
		machine = ""
	}
	return key(data, machine, number)
}

// key finds a cookie in the bytes of an authority file: entries of a family and four counted texts, which are address,
// number of the display, kind and key, with the high byte of a number first. What is cut off ends it.
func key(data []byte, machine, number string) []byte {
	for len(data) >= 2 {
		family := binary.BigEndian.Uint16(data)
		data = data[2:]
		var texts [4][]byte
		for i := range texts {
			if len(data) < 2 {
				return nil
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			if len(data) < end {
				return nil
			}
			texts[i], data = data[2:end], data[end:]
		}
		here := family == xWild || family == xLocal && string(texts[0]) == machine
		if here && (len(texts[1]) == 0 || string(texts[1]) == number) && string(texts[2]) == xKeyKind {
			return texts[3]
		}
	}
	return nil
}
