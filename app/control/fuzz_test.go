package control

import (
	"encoding/json"
	"net"
	"strings"
	"testing"
)

// Whatever arrives on the socket, the player neither falls over nor takes it for a wish.
func FuzzServer(f *testing.F) {
	f.Add([]byte(`{"jsonrpc":"2.0","id":1,"method":"begin","params":{"session":{"length":5}}}` + "\n"))
	f.Add([]byte(`{"jsonrpc":"2.0","id":1,"method":"set","params":{"sound":{"volume":"loud"}}}` + "\n"))
	f.Add([]byte(`[{}]` + "\n" + `{"method":7}` + "\n\x00\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		d := &desk{wishes: make(chan Wish, 1000), left: make(chan Hello, 10)}
		s := NewServer(d)
		ours, theirs := net.Pipe()
		p := &peer{server: s, conn: theirs, newest: make(chan Snapshot, 1)}
		s.peers[p] = struct{}{}
		s.gone.Add(1)
		go p.serve()
		go func() { // the answers
			buf := make([]byte, 4096)
			for {
				if _, err := ours.Read(buf); err != nil {
					return
				}
			}
		}()
		_, _ = ours.Write(b)
		_ = ours.Close()
		s.gone.Wait()
		close(d.wishes)
		for w := range d.wishes {
			if !json.Valid(b) && !strings.Contains(string(b), w.Method) {
				t.Errorf("%q became the wish %+v", b, w)
			}
		}
	})
}
