package audio

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// longest is the most bytes of one line, either way. A Command takes about 600.
const longest = 16 << 10

// decode reads a command. It accepts any JSON object; values out of bounds are brought within
// them later, so that a command either makes sense or is an error here.
func decode(line []byte) (Command, error) {
	var c Command
	if len(line) > longest {
		return c, errors.New("command: the line is too long")
	}
	if err := json.Unmarshal(line, &c); err != nil {
		return Command{}, fmt.Errorf("command: %w", err)
	}
	if c.Sound != nil {
		*c.Sound = c.Sound.Clamp()
	}
	return c, nil
}

// line is one line that was read, or why there are no more.
type line struct {
	command Command
	err     error
}

// listen reads commands until its input ends, which closes the channel, or
// until a line makes no sense, which is the last thing told. It leaves a
// read pending when ctx ends.
func listen(ctx context.Context, in io.Reader) <-chan line {
	lines := make(chan line)
	go func() {
		defer close(lines)
		scanner := bufio.NewScanner(in)
		scanner.Buffer(make([]byte, 0, 1<<10), longest)
		for scanner.Scan() {
			command, err := decode(scanner.Bytes())
			select {
			case lines <- line{command, err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
		if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
			select {
			case lines <- line{err: fmt.Errorf("command: %w", err)}:
			case <-ctx.Done():
			}
		} // a broken pipe is an end like any other
	}()
	return lines
}
