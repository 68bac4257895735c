using System.Collections;
using System.Runtime.CompilerServices;

namespace Graph.Query.Syntax;

/// <summary>
/// A node of the syntax tree. Trees are equal when they say the same: spans take no part in equality,
/// so that a tree that was printed and parsed again equals the first one.
/// </summary>
internal abstract record SyntaxNode
{
    public TextSpan Span { get; init; }

    public virtual bool Equals(SyntaxNode? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>The node as source text that parses to an equal tree.</summary>
    public sealed override string ToString() => SyntaxPrinter.Print(this);
}

/// <summary>A list of syntax with equality by elements.</summary>
[CollectionBuilder(typeof(SyntaxList), nameof(SyntaxList.Create))]
internal sealed class SyntaxList<T>(T[] items) : IReadOnlyList<T>, IEquatable<SyntaxList<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(SyntaxList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.ToSpan());

    public override bool Equals(object? obj) => Equals(obj as SyntaxList<T>);

    public override int GetHashCode() => items.Length;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    private ReadOnlySpan<T> ToSpan() => items;
}

internal static class SyntaxList
{
    public static SyntaxList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}

/// <summary>A name as written, without its backquotes.</summary>
internal sealed record NameSyntax(string Text) : SyntaxNode;
