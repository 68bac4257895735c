using System.Runtime.CompilerServices;

namespace Graph.Query.Parsing;

/// <summary>What one parse knows beside its place: the text, how far it came, what was expected there, and how deep it is.</summary>
internal sealed class ParseContext
{
    /// <summary>How many brackets may stand inside each other.</summary>
    public const int NestingLimit = 250;

    /// <summary>How high a tree may be: a chain such as <c>1 + 1 + ...</c> adds a level with each operator.</summary>
    public const int HeightLimit = 1000;

    private readonly List<(Expectation Expectation, string? Label)> expected = [];
    private readonly List<TextSpan> comments = [];
    private readonly List<object> findings = [];
    private List<Diagnostic>? warnings;
    private int furthest;
    private string? label;
    private int labelPosition = -1;
    private BracketTable? brackets;

    /// <param name="range">The part of the text that is parsed; null for all of it. Positions count from the start of the text.</param>
    /// <param name="explains">Records what was expected, as a failure and completion need it; half of the work of a parse.</param>
    public ParseContext(SourceText source, CommentStyles comments, TextSpan? range = null, bool explains = true)
    {
        Explains = explains;
        Source = source;
        Text = source.Text;
        CommentStyles = comments;
        Start = range?.Start ?? 0;
        End = range?.End ?? source.Text.Length;
        furthest = Start;
    }

    /// <summary>What was expected is recorded.</summary>
    public bool Explains { get; }

    public SourceText Source { get; }

    public string Text { get; }

    public CommentStyles CommentStyles { get; }

    public int Start { get; }

    public int End { get; }

    /// <summary>The comments that were read so far, in the order of the text.</summary>
    public IReadOnlyList<TextSpan> Comments => comments;

    /// <summary>What rules noted while they read, in the order of the text. It is there also where the parse failed later.</summary>
    public IReadOnlyList<object> Findings => findings;

    /// <summary>How many tokens were tried: what parsing costs, whatever the machine.</summary>
    public int Steps { get; private set; }

    public bool HasFault => Fault is not null;

    /// <summary>The mistake that ended the parse with its own message.</summary>
    public Diagnostic? Fault { get; private set; }

    public IReadOnlyList<Diagnostic> Warnings => warnings ?? [];

    /// <summary>The furthest place where a token was expected and did not stand.</summary>
    public int Furthest => furthest;

    /// <summary>The brackets of the text and their partners, found in one pass when first asked for.</summary>
    public BracketTable Brackets => brackets ??= BracketTable.Scan(this);

    /// <summary>Brackets around the place that is parsed now.</summary>
    internal int Nesting { get; set; }

    /// <summary>The height of the highest tree made since a combinator last set it to zero.</summary>
    internal int Height { get; set; }

    public ParseInput CreateInput(int? position = null)
    {
        var start = position ?? Start;
        return new ParseInput(this, SkipBlanks(start), start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public char CharacterAt(int position) => position < End ? Text[position] : '\0';

    /// <summary>Records that this was expected here and does not stand here. Only what is expected at the furthest place is kept.</summary>
    public void Expect(int position, Expectation expectation)
    {
        if (!Explains || position < furthest)
            return;
        if (position > furthest)
        {
            furthest = position;
            expected.Clear();
        }

        expected.Add((expectation, position == labelPosition ? label : null));
    }

    /// <summary>What was expected at a place: nothing is known of places before the furthest.</summary>
    public IEnumerable<Expectation> ExpectedAt(int position) =>
        position == furthest ? expected.Select(e => e.Expectation).Distinct() : [];

    /// <summary>What was expected at the furthest place as messages show it: grouped under its label where it has one.</summary>
    public IEnumerable<string> ExpectedTexts() => expected.Select(e => e.Label ?? e.Expectation.Display).Distinct();

    public void Note(object finding) => findings.Add(finding);

    public void Fail(Diagnostic diagnostic) => Fault ??= diagnostic;

    /// <summary>A place may be parsed twice, so the same warning counts once.</summary>
    public void Warn(Diagnostic diagnostic)
    {
        warnings ??= [];
        if (!warnings.Contains(diagnostic))
            warnings.Add(diagnostic);
    }

    /// <summary>The position of the next token, or the end.</summary>
    public int SkipBlanks(int position)
    {
        while (position < End)
        {
            var character = Text[position];
            if (Characters.IsBlank(character))
            {
                position++;
                continue;
            }

            var end = character is '/' or '-' ? CommentEnd(position) : position;
            if (end == position)
                break;
            Remember(TextSpan.FromBounds(position, end));
            position = end;
        }

        return position;
    }

    /// <summary>
    /// Names everything that <paramref name="position"/> expects, until it is restored with the value this gave. The outer name wins.
    /// </summary>
    internal (string? Label, int Position) PushLabel(string name, int position)
    {
        var before = (label, labelPosition);
        if (labelPosition != position)
            (label, labelPosition) = (name, position);
        return before;
    }

    internal void PopLabel((string? Label, int Position) before) => (label, labelPosition) = before;

    internal void CountStep()
    {
        // A token takes far less than what other steps of a preparation do.
        const int TokensPerStep = 8;
        if (++Steps % TokensPerStep == 0)
            Preparation.Count();
    }

    /// <summary>The end of the comment that starts here, or here where none does.</summary>
    internal int CommentEnd(int position)
    {
        var next = CharacterAt(position + 1);
        var isLine = (Text[position], next) switch
        {
            ('/', '/') => CommentStyles.HasFlag(CommentStyles.Slashes),
            ('-', '-') => CommentStyles.HasFlag(CommentStyles.Dashes),
            _ => false,
        };
        if (isLine)
            return LineEnd(position);
        return Text[position] == '/' && next == '*' && CommentStyles.HasFlag(CommentStyles.Block) ? BlockEnd(position) : position;
    }

    private int LineEnd(int position)
    {
        var length = Text.AsSpan(position, End - position).IndexOfAny('\n', '\r');
        return length < 0 ? End : position + length;
    }

    private int BlockEnd(int position)
    {
        var length = Text.AsSpan(position + 2, End - position - 2).IndexOf("*/", StringComparison.Ordinal);
        if (length >= 0)
            return position + length + 4;
        Fail(SyntaxDiagnostics.Unclosed(Source, "comment", TextSpan.FromBounds(position, End)));
        return End;
    }

    private void Remember(TextSpan comment)
    {
        if (comments.Count == 0 || comments[^1].Start < comment.Start)
            comments.Add(comment);
    }
}
