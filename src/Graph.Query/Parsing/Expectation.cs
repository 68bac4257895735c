using Graph.Query.Algorithms;
using Graph.Query.Functions;

namespace Graph.Query.Parsing;

/// <summary>What sort of thing may stand at a place.</summary>
internal enum ExpectationKind
{
    /// <summary>A word of the language; <see cref="Expectation.Text"/> is the word in capitals.</summary>
    Keyword,

    /// <summary>A bracket, comma or other sign.</summary>
    Symbol,

    /// <summary>A sign between two values.</summary>
    Operator,

    /// <summary>A number or a string.</summary>
    Literal,

    /// <summary>A name that has no meaning of its own here, such as an alias or a map key.</summary>
    Name,

    /// <summary>A name that this place may introduce.</summary>
    NewVariable,

    /// <summary>A name that must be in scope.</summary>
    Variable,
    Label,
    RelationType,
    Property,
    Function,
    Procedure,
    Parameter,
}

/// <summary>One thing that may stand at a place. Parsers share their instances, so recording one costs nothing.</summary>
/// <param name="Text">The word or sign itself, or a noun with its article, such as <c>a number</c>.</param>
internal sealed record Expectation(ExpectationKind Kind, string Text)
{
    /// <summary>As messages show it: signs in quotes, words and nouns bare.</summary>
    public string Display => Kind == ExpectationKind.Symbol ? $"'{Text}'" : Text;
}
