package audio

import (
	"strings"
	"sync"
)

// tail keeps the last of what is written to it. A sound library of the system may say a
// lot on standard error; only the end of it can explain anything. It may be
// used concurrently.
type tail struct {
	mu   sync.Mutex
	text []byte
}

const tailSize = 2 << 10 // bytes

// Write implements io.Writer and never fails.
func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.text = append(t.text, p...)
	if over := len(t.text) - tailSize; over > 0 {
		t.text = append(t.text[:0], t.text[over:]...)
	}
	return len(p), nil
}

// line is the last line that says anything.
func (t *tail) line() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := strings.Split(strings.TrimSpace(strings.ToValidUTF8(string(t.text), "?")), "\n")
	return lines[len(lines)-1]
}
