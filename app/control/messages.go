package control

import (
	"encoding/json"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

// Version is the version of the protocol. Peers exchange it first; a player
// of another version is asked to end and a new one takes over.
const Version = 2

// The methods a player answers. Begin, Tone, Try and Set take
// the parameters of the type of that name; the others take none. All but
// Hello, Status and Subscribe answer nothing, or an error whose message is
// one line for the person.
const (
	MethodHello     = "hello"     // Hello -> Welcome; the first call on a connection
	MethodStatus    = "status"    // -> Snapshot
	MethodSubscribe = "subscribe" // -> Snapshot, and NoteSnapshot from then on
	MethodBegin     = "begin"
	MethodTone      = "tone"
	MethodTry       = "try" // Try: one breath to hear a sound by, where nothing else plays
	MethodPause     = "pause"
	MethodResume    = "resume"
	MethodToggle    = "toggle"
	MethodStop      = "stop"
	MethodEase      = "ease"
	MethodLonger    = "longer"
	MethodSet       = "set"      // Set: the sound, whether it is remembered, the language
	MethodClosed    = "closed"   // the person closed the window: an explicit wish
	MethodSeen      = "seen"     // the window can be seen again
	MethodUnseen    = "unseen"   // nobody can see the window: it is minimised or covered
	MethodSettings  = "settings" // the settings of the desktop have changed: obey them
	MethodStay      = "stay"     // the same, for a player that is to stay; one is started where there is none
	MethodQuit      = "quit"     // end the player; a session is logged first
)

// How the sound is, in Hearing.Sound.
const (
	SoundStarting = "starting" // no outcome yet
	SoundOK       = "ok"
	SoundLost     = "lost" // it was there
	SoundNone     = "none" // there never was a device
)

// NoteSnapshot is the notification that carries a Snapshot to subscribers.
const NoteSnapshot = "snapshot"

// Hello is what a client says first.
type Hello struct {
	Protocol int    `json:"protocol"`
	Version  string `json:"version"`
	Window   bool   `json:"window"` // the client is a window
	// Desktop is DISPLAY, WAYLAND_DISPLAY, XAUTHORITY and an activation token,
	// as far as they are set: what the player needs to open a window.
	Desktop map[string]string `json:"desktop,omitempty"`
}

// Welcome is the player's answer to Hello.
type Welcome struct {
	Protocol int    `json:"protocol"`
	Version  string `json:"version"`
	PID      int    `json:"pid"`
}

// Begin asks for a session. What is not given is as remembered.
type Begin struct {
	Moment  bool                 `json:"moment,omitempty"` // a kind moment, at once
	Session choice.SessionChange `json:"session"`
	Sound   choice.SoundChange   `json:"sound"`            // holds for this session alone
	Lang    string               `json:"lang,omitempty"`   // of the words; "" is as remembered
	System  string               `json:"system,omitempty"` // language of the client's system, where none is remembered
	Seed    uint64               `json:"seed,omitempty"`
	Hidden  bool                 `json:"hidden,omitempty"` // closing a window never ends it
	// Remember makes the choices those of the next session too, as in the window.
	Remember bool `json:"remember,omitempty"`
}

// Tone asks for the background tone. Swell and Fade are as remembered where they are not given; a
// sleep timer there is only where one is given.
type Tone struct {
	Tone   choice.ToneChange  `json:"tone"`
	Sound  choice.SoundChange `json:"sound"`
	Hidden bool               `json:"hidden,omitempty"`
	// Remember makes Swell and Fade those of the next tone too, as in the window.
	Remember bool `json:"remember,omitempty"`
}

// Try asks for the trial of the sound that is remembered: what of it is to be heard.
type Try struct {
	Part string `json:"part"` // one of the Part constants
}

// The parts of a sound that can be tried.
const (
	PartHum    = "hum"    // an out-breath
	PartBreath = "breath" // in and out
	PartBells  = "bells"  // in and out, with the bowl before and after
)

// Set changes the sound and the language of the words, also while it plays.
type Set struct {
	Sound    choice.SoundChange `json:"sound"`
	Remember bool               `json:"remember,omitempty"` // the sound
	Lang     string             `json:"lang,omitempty"`     // "" leaves it
}

// Status is the object of `kindhum status --json`. What does not apply is
// null.
type Status struct {
	Progress
	Hearing
	Process
}

// Progress is where the session is.
type Progress struct {
	State    string   `json:"state"` // idle, lead-in, running, easing, paused, ending, tone
	Practice *string  `json:"practice"`
	Pattern  *string  `json:"pattern"`
	Phase    *string  `json:"phase"` // in, hold, out, rest
	Fullness *float64 `json:"fullness"`
	Elapsed  *float64 `json:"elapsed"` // s, from the first in-breath
	Length   *float64 `json:"length"`  // s; null when open
	Breath   *int     `json:"breath"`  // from 1
	Line     *string  `json:"line"`
}

// Hearing is what is heard.
type Hearing struct {
	Voice  string  `json:"voice"`
	Pitch  float64 `json:"pitch"` // Hz
	Volume int     `json:"volume"`
	Muted  bool    `json:"muted"`
	Sound  *string `json:"sound"` // ok, starting, lost, none
}

// Process is who answers.
type Process struct {
	PID     *int   `json:"pid"`
	Window  bool   `json:"window"`
	Version string `json:"version"`
}

// Snapshot is all that a window needs to show the player: it evaluates
// Timeline at Clock for every frame and never asks again.
type Snapshot struct {
	Status   Status          `json:"status"`
	Timeline breath.Timeline `json:"timeline"`
	Clock    Clock           `json:"clock"`
	Sound    choice.Sound    `json:"sound"`
	Title    string          `json:"title,omitempty"`  // of the practice
	Notice   string          `json:"notice,omitempty"` // one line to tell the person, while it holds
	// Session counts the sessions of this player; a new number is a new session.
	Session int64 `json:"session"`
	// Row is the session's number in the log; 0 before its first breath.
	Row int64 `json:"row,omitempty"`
	// Trial says that what plays is no session, but the trial of a sound.
	Trial bool `json:"trial,omitempty"`
	// Ended is set from the end of a session until something else plays: "time" or "stopped".
	Ended string `json:"ended,omitempty"`
}

// Clock says how to reckon elapsed time, counted from the start of the lead-in: at
// monotonic time At (ns) it was Elapsed, and since then it runs, or stands.
type Clock struct {
	Elapsed time.Duration `json:"elapsed"`
	At      int64         `json:"at"`
	Running bool          `json:"running"`
}

// Elapsed is the elapsed time at monotonic time now (ns).
func (c Clock) ElapsedAt(now int64) time.Duration {
	if !c.Running {
		return c.Elapsed
	}
	return c.Elapsed + time.Duration(now-c.At)
}

// Idle is the snapshot of a machine on which no player runs.
func Idle(sound choice.Sound, version string, window bool) Snapshot {
	return Snapshot{
		Status: Status{
			Progress: Progress{State: "idle"},
			Hearing:  Hearing{Voice: sound.Voice, Pitch: sound.Pitch, Volume: sound.Volume, Muted: sound.Muted},
			Process:  Process{Window: window, Version: version},
		},
		Sound: sound,
	}
}

// Key is the snapshot without what follows from the time alone, for comparing: two snapshots
// of the same key show the same, apart from elapsed time and fullness.
func (s Snapshot) Key() string {
	s.Clock = Clock{}
	s.Status.Elapsed, s.Status.Fullness = nil, nil
	b, err := json.Marshal(s)
	if err != nil {
		return err.Error() // a number that JSON has no word for; it then differs once
	}
	return string(b)
}
