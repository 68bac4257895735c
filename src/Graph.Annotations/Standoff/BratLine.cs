namespace Graph.Annotations;

/// <summary>One annotation of a standoff file. Offsets are code points of the text file, end exclusive.</summary>
internal abstract record BratLine(string Id, SourcePlace Place);

/// <summary><c>T1&#9;Person 0 5;16 23&#9;text</c></summary>
internal sealed record BratTextBound(string Id, string Type, ImmutableArray<(long Start, long End)> Fragments, string Text,
    SourcePlace Place)
    : BratLine(Id, Place);

/// <summary>
/// <c>TT1&#9;271782001 | Drowsy | 0 5&#9;text</c>: what a terminology calls the words that another file marks.
/// </summary>
/// <param name="Terminology">As the folder of the file is called.</param>
internal sealed record BratConcept(string Id, string Terminology, BratTextBound Words, SourcePlace Place) : BratLine(Id, Place)
{
    public static BratConcept Create(BratTextBound words, string path)
    {
        var terminology = Path.GetFileName(Path.GetDirectoryName(path)) ?? "";
        return new BratConcept($"{terminology}:{words.Id}", terminology, words, words.Place);
    }
}

/// <summary><c>R1&#9;Located Arg1:T1 Arg2:T2</c></summary>
internal sealed record BratRelation(string Id, string Type, ImmutableArray<BratArgument> Arguments, SourcePlace Place)
    : BratLine(Id, Place);

/// <summary><c>E1&#9;Attack:T3 Agent:T1 Target:T2</c></summary>
internal sealed record BratEvent(string Id, string Type, string Trigger, ImmutableArray<BratArgument> Arguments, SourcePlace Place)
    : BratLine(Id, Place);

/// <summary>
/// <c>A1&#9;Negation E1</c> or <c>A2&#9;Confidence E1 High</c>; <c>M</c> is the older letter. No value means that it holds.
/// </summary>
internal sealed record BratAttribute(string Id, string Name, string Target, string? Value, SourcePlace Place) : BratLine(Id, Place);

/// <summary><c>N1&#9;Reference T1 Wikidata:Q159&#9;Rusland</c></summary>
internal sealed record BratNormalization(string Id, string Target, string Resource, string ResourceId, string Label, SourcePlace Place)
    : BratLine(Id, Place);

/// <summary><c>#1&#9;AnnotatorNotes T1&#9;free text</c></summary>
internal sealed record BratNote(string Id, string Type, string Target, string Text, SourcePlace Place) : BratLine(Id, Place);

/// <summary><c>*&#9;Equiv T1 T2 T3</c>: symmetric and transitive, whatever it is called.</summary>
internal sealed record BratEquivalence(string Type, ImmutableArray<string> Members, SourcePlace Place) : BratLine("*", Place);

internal readonly record struct BratArgument(string Role, string Target);
