namespace Graph.Core;

/// <summary>A day that is known to lie between two days: a year, a month, a day, or an interval of them (EDTF level 0). Prints as it was written.</summary>
public sealed class PartialDate
{
    private PartialDate(DateOnly start, DateOnly end, string text)
    {
        Start = start;
        End = end;
        Text = text;
    }

    /// <summary>The first possible day.</summary>
    public DateOnly Start { get; }

    /// <summary>The last possible day, inclusive.</summary>
    public DateOnly End { get; }

    public string Text { get; }

    /// <summary>Reads <c>2022</c>, <c>2022-01</c>, <c>2022-01-05</c> or two of these with a slash between; else says why not.</summary>
    public static bool TryParse(string text, out PartialDate? date, out string? reason) => throw new NotImplementedException();

    public override string ToString() => Text;
}
