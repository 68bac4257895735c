namespace Graph.Query.Binding;

/// <summary>What a name means at a place, or why it means nothing there.</summary>
internal abstract record NameLookup
{
    public static readonly NameLookup Unknown = new UnknownName();
    public static readonly NameLookup Ungrouped = new UngroupedName();
    public static readonly NameLookup NotImported = new NotImportedName();
    public static readonly NameLookup OutsideElement = new OutsideElementName();
}

internal sealed record FoundName(BoundVariable Variable) : NameLookup;

internal sealed record UnknownName : NameLookup;

/// <summary>The name is there outside of a CALL, which does not take it inside.</summary>
internal sealed record NotImportedName : NameLookup;

/// <summary>The name was there until a clause left it out.</summary>
/// <param name="Clause">As the text has it: <c>WITH</c>.</param>
internal sealed record HiddenName(string Clause, TextSpan ClauseSpan) : NameLookup;

/// <summary>Rows are grouped, and the name is part of no key that could be recognized.</summary>
internal sealed record UngroupedName : NameLookup;

/// <summary>A condition inside a pattern part names another part of the same MATCH.</summary>
internal sealed record OutsideElementName : NameLookup;

/// <summary>SKIP and LIMIT see no variables.</summary>
/// <param name="Clause">The clause that asks for a constant.</param>
internal sealed record NotConstantName(string Clause) : NameLookup;
