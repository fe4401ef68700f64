package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"kindhum/app/choice"
)

// Window is what the window remembers of itself.
type Window struct {
	Width      float32 `json:"width"`  // Fyne units, 360 to 10000
	Height     float32 `json:"height"` // Fyne units, 560 to 10000
	FullScreen bool    `json:"full_screen"`
	SafetySeen bool    `json:"safety_seen"` // the safety card was read once
	LessMotion bool    `json:"less_motion"` // the circle keeps its size
	Language   string  `json:"language"`    // a code such as "de"; "" is the system's
	TextSize   int     `json:"text_size"`   // of the kind lines, in per cent, MinTextSize to MaxTextSize
	Type       int     `json:"type"`        // the size of all other text, in per cent, with the same bounds
	Contrast   bool    `json:"contrast"`    // stronger contrast
	Cuts       bool    `json:"cuts"`        // screens and pages change at once, without a transition
	HalfRate   bool    `json:"half_rate"`   // 30 frames a second instead of 60
	Trouble    string  `json:"trouble"`     // what was last told of practices that could not be read
}

// The bounds of a size of text, in per cent of the usual one.
const (
	MinTextSize   = 80
	UsualTextSize = 100
	MaxTextSize   = 200
)

// DefaultWindow is the window before anybody has moved it.
func DefaultWindow() Window {
	return Window{Width: 480, Height: 720, TextSize: UsualTextSize, Type: UsualTextSize}
}

func (w Window) clamp() Window {
	side := func(x, least, usual float32) float32 {
		if math.IsNaN(float64(x)) {
			return usual
		}
		return min(max(x, least), 10000)
	}
	w.Width, w.Height = side(w.Width, 360, 480), side(w.Height, 560, 720)
	text := func(percent int) int {
		if percent == 0 {
			return UsualTextSize
		}
		return min(max(percent, MinTextSize), MaxTextSize)
	}
	w.TextSize, w.Type = text(w.TextSize), text(w.Type)
	return w
}

// Desktop is how the program behaves between its window and the desktop.
type Desktop struct {
	Stay       bool `json:"stay"`        // the player stays in the tray with nothing playing
	EndSession bool `json:"end_session"` // closing the window ends a session
	EndTone    bool `json:"end_tone"`    // closing the window ends the tone
	KeepAwake  bool `json:"keep_awake"`  // the screen stays on in a session that is seen
	// ToldWhere says that the person was told where to find what goes on with the window closed.
	ToldWhere bool `json:"told_where"`
}

// DefaultDesktop is how it behaves when nothing else was chosen.
func DefaultDesktop() Desktop { return Desktop{EndSession: true, KeepAwake: true} }

// Sound is the remembered sound, within its bounds; the default where none was
// saved or it cannot be read.
func (s *Store) Sound(ctx context.Context) (choice.Sound, error) {
	v, err := load(ctx, s, "sound", choice.DefaultSound())
	return v.Clamp(), err
}

// SetSound remembers v, clamped.
func (s *Store) SetSound(ctx context.Context, v choice.Sound) error {
	return s.put(ctx, "sound", v.Clamp())
}

// Session is how a session was last chosen to go, within its bounds; the default
// where none was saved or it cannot be read.
func (s *Store) Session(ctx context.Context) (choice.Session, error) {
	v, err := load(ctx, s, "session", choice.DefaultSession())
	return v.Clamp(), err
}

// SetSession remembers v, clamped.
func (s *Store) SetSession(ctx context.Context, v choice.Session) error {
	return s.put(ctx, "session", v.Clamp())
}

// Tone is how the background tone was last chosen to go, within its bounds and without a
// sleep timer; the default where none was saved or it cannot be read.
func (s *Store) Tone(ctx context.Context) (choice.Tone, error) {
	v, err := load(ctx, s, "tone", choice.DefaultTone())
	v.Timer = choice.NoTimer
	return v.Clamp(), err
}

// SetTone remembers v, clamped. A sleep timer is for one time and not remembered.
func (s *Store) SetTone(ctx context.Context, v choice.Tone) error {
	v.Timer = choice.NoTimer
	return s.put(ctx, "tone", v.Clamp())
}

// Reminders are the times of day a person wants a kind moment to be offered; none where none were
// saved or they cannot be read.
func (s *Store) Reminders(ctx context.Context) (choice.Reminders, error) {
	v, err := load(ctx, s, "reminders", choice.Reminders{})
	return v.Clamp(), err
}

// SetReminders remembers v, clamped.
func (s *Store) SetReminders(ctx context.Context, v choice.Reminders) error {
	return s.put(ctx, "reminders", v.Clamp())
}

// Window is what the window remembered, within its bounds, or DefaultWindow.
func (s *Store) Window(ctx context.Context) (Window, error) {
	v, err := load(ctx, s, "window", DefaultWindow())
	return v.clamp(), err
}

// SetWindow remembers v, clamped.
func (s *Store) SetWindow(ctx context.Context, v Window) error {
	return s.put(ctx, "window", v.clamp())
}

// Desktop is the remembered Desktop, or DefaultDesktop where none was saved or it cannot be read.
func (s *Store) Desktop(ctx context.Context) (Desktop, error) {
	return load(ctx, s, "desktop", DefaultDesktop())
}

// SetDesktop remembers v.
func (s *Store) SetDesktop(ctx context.Context, v Desktop) error { return s.put(ctx, "desktop", v) }

// Patterns are the person's own patterns; those that cannot be breathed are left out.
func (s *Store) Patterns(ctx context.Context) ([]choice.OwnPattern, error) {
	v, err := load(ctx, s, "patterns", []choice.OwnPattern(nil))
	return choice.ClampPatterns(v), err
}

// SetPatterns keeps the person's own patterns in place of those there were.
func (s *Store) SetPatterns(ctx context.Context, v []choice.OwnPattern) error {
	return s.put(ctx, "patterns", choice.ClampPatterns(v))
}

// keyNotice is what the person has not been told yet.
const keyNotice = "notice"

// load reads a setting over its default, so that a field added later has one.
func load[T any](ctx context.Context, s *Store, key string, usual T) (T, error) {
	v := usual
	err := s.get(ctx, key, &v)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	if errors.Is(err, sql.ErrNoRows) || errors.As(err, &syntax) || errors.As(err, &kind) {
		return usual, nil // one setting that cannot be read is no reason to stop
	}
	if err != nil {
		return usual, err
	}
	return v, nil
}

// get reads a setting into v; sql.ErrNoRows where there is none.
func (s *Store) get(ctx context.Context, key string, v any) error {
	var text string
	if err := s.quick.QueryRowContext(ctx, "SELECT value FROM settings WHERE key = ?", key).Scan(&text); err != nil {
		return fmt.Errorf("setting %s: %w", key, err)
	}
	if err := json.Unmarshal([]byte(text), v); err != nil {
		return fmt.Errorf("setting %s: %w", key, err)
	}
	return nil
}

// put keeps a setting. It is on the disk when put returns; where nothing can be kept, that is
// an error.
func (s *Store) put(ctx context.Context, key string, v any) error {
	if err := s.canKeep(); err != nil {
		return err
	}
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("setting %s: %w", key, err)
	}
	_, err = s.firm.ExecContext(ctx, `INSERT INTO settings (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, string(text))
	if err != nil {
		return fmt.Errorf("setting %s cannot be kept: %w; %s", key, reason(err), s.advice(err))
	}
	return nil
}
