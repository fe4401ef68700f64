package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// number is a float or a vector of the shader's language.
type number struct {
	v [4]float64
	n int // how many of v it has
}

func float(x float64) number { return number{[4]float64{x}, 1} }

func vector(x ...float64) (n number) {
	n.n = copy(n.v[:], x)
	return n
}

type scope map[string]number

// sum is an expression of the program, ready to be worked out.
type sum func(scope) number

// program is the circle's program as the test works it out: from its own text, so that it is not told twice what the light is.
type program struct {
	constants scope
	steps     []func(scope)
}

var (
	glslDefine = regexp.MustCompile(`(?m)^#define (\w+) (.*)$`)
	glslStep   = regexp.MustCompile(`(?s)^(?:(?:float|vec[234]) )?(\w+) ([*+]?)= (.*)$`)
	glslInner  = regexp.MustCompile(`\(([^()?]*)\?([^()?:]*):([^()?:]*)\)`)
	glslOuter  = regexp.MustCompile(`^([^?]*)\?([^:]*):(.*)$`)
	glslRemark = regexp.MustCompile(`(?s)/\*.*?\*/`)
)

// compile reads a program: constants by #define, and a main of nothing but assignments.
func compile(t *testing.T, source string) program {
	t.Helper()
	p := program{constants: scope{}}
	source = glslRemark.ReplaceAllString(source, "")
	for _, d := range glslDefine.FindAllStringSubmatch(source, -1) {
		p.constants[d[1]] = expression(t, d[2])(nil)
	}
	_, body, _ := strings.Cut(source, "void main() {")
	body, _, _ = strings.Cut(body, "}")
	for line := range strings.SplitSeq(body, ";") {
		if line = strings.Join(strings.Fields(line), " "); line == "" {
			continue
		}
		m := glslStep.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("this is no assignment: %q", line)
		}
		name, value := m[1], expression(t, m[3])
		switch m[2] {
		case "":
			p.steps = append(p.steps, func(s scope) { s[name] = value(s) })
		case "+":
			p.steps = append(p.steps, func(s scope) { s[name] = both(s[name], value(s), func(a, b float64) float64 { return a + b }) })
		case "*":
			p.steps = append(p.steps, func(s scope) { s[name] = both(s[name], value(s), func(a, b float64) float64 { return a * b }) })
		}
	}
	if len(p.steps) < 20 || len(p.constants) < 10 {
		t.Fatalf("%d steps and %d constants", len(p.steps), len(p.constants))
	}
	return p
}

// at is the colour at a fragment, 0..1 each.
func (p program) at(given scope) number {
	s := maps.Clone(p.constants)
	maps.Copy(s, given)
	for _, step := range p.steps {
		step(s)
	}
	return s["gl_FragColor"]
}

// expression is Go's own, but for the choices.
func expression(t *testing.T, text string) sum {
	t.Helper()
	text = glslInner.ReplaceAllString(text, "pick($1,$2,$3)")
	text = glslOuter.ReplaceAllString(text, "pick($1,$2,$3)")
	e, err := parser.ParseExpr(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return sumOf(t, e)
}

func sumOf(t *testing.T, e ast.Expr) sum {
	t.Helper()
	switch e := e.(type) {
	case *ast.ParenExpr:
		return sumOf(t, e.X)
	case *ast.BasicLit:
		x, err := strconv.ParseFloat(e.Value, 64)
		if err != nil {
			t.Fatal(err)
		}
		return func(scope) number { return float(x) }
	case *ast.Ident:
		return func(s scope) number {
			is, there := s[e.Name]
			if !there {
				t.Fatalf("nobody says what %s is", e.Name)
			}
			return is
		}
	case *ast.UnaryExpr:
		x := sumOf(t, e.X)
		return func(s scope) number { return both(float(-1), x(s), func(a, b float64) float64 { return a * b }) }
	case *ast.BinaryExpr:
		x, y, by := sumOf(t, e.X), sumOf(t, e.Y), operators[e.Op]
		return func(s scope) number { return both(x(s), y(s), by) }
	case *ast.SelectorExpr:
		x := sumOf(t, e.X)
		if e.Sel.Name == "xy" {
			return func(s scope) number { v := x(s).v; return vector(v[0], v[1]) }
		}
		at := strings.Index("xyzw", e.Sel.Name)
		return func(s scope) number { return float(x(s).v[at]) }
	case *ast.CallExpr:
		var all []sum
		for _, a := range e.Args {
			all = append(all, sumOf(t, a))
		}
		f, known := functions[e.Fun.(*ast.Ident).Name]
		if !known {
			t.Fatalf("the function %v is not known", e.Fun)
		}
		return func(s scope) number {
			var is [4]number
			for i, a := range all {
				is[i] = a(s)
			}
			return f(is[:len(all)])
		}
	}
	t.Fatalf("%T is not known", e)
	return nil
}

// both works out two numbers part by part; a float goes with every part of a vector.
func both(x, y number, by func(a, b float64) float64) number {
	n := number{n: max(x.n, y.n)}
	for i := range n.n {
		n.v[i] = by(x.v[min(i, x.n-1)], y.v[min(i, y.n-1)])
	}
	return n
}

func truth(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

var operators = map[token.Token]func(a, b float64) float64{
	token.ADD: func(a, b float64) float64 { return a + b },
	token.SUB: func(a, b float64) float64 { return a - b },
	token.MUL: func(a, b float64) float64 { return a * b },
	token.QUO: func(a, b float64) float64 { return a / b },
	token.LSS: func(a, b float64) float64 { return truth(a < b) },
	token.GTR: func(a, b float64) float64 { return truth(a > b) },
}

func joined(all []number) (n number) {
	for _, a := range all {
		n.n += copy(n.v[n.n:], a.v[:a.n])
	}
	return n
}

var functions = map[string]func([]number) number{
	"vec2": joined, "vec3": joined, "vec4": joined,
	"length": func(a []number) number { return float(math.Hypot(a[0].v[0], a[0].v[1])) },
	"abs":    func(a []number) number { return float(math.Abs(a[0].v[0])) },
	"fract":  func(a []number) number { return float(a[0].v[0] - math.Floor(a[0].v[0])) },
	"dot":    func(a []number) number { return float(a[0].v[0]*a[1].v[0] + a[0].v[1]*a[1].v[1]) },
	"clamp":  func(a []number) number { return float(min(max(a[0].v[0], a[1].v[0]), a[2].v[0])) },
	"max":    func(a []number) number { return float(max(a[0].v[0], a[1].v[0])) },
	"pick": func(a []number) number {
		if a[0].v[0] != 0 {
			return a[1]
		}
		return a[2]
	},
}
