using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Graph.Core;

/// <summary>
/// LINQ's operators over nodes and relations, with the same meaning and close to the speed of <c>foreach</c>: chosen by the compiler before
/// those of <see cref="Enumerable"/>, as they are for a more special type.
/// </summary>
public static class ElementSequence
{
    public static FilteredSequence<T, TSteps> Where<T, TSteps>(this IElementSequence<T, TSteps> source, Func<T, bool> predicate)
        where TSteps : struct, ISequenceSteps<T> => new(source, predicate);

    public static ProjectedSequence<T, TSteps, TResult> Select<T, TSteps, TResult>(
        this IElementSequence<T, TSteps> source, Func<T, TResult> selector)
        where TSteps : struct, ISequenceSteps<T> => new(source, selector);

    public static FlattenedSequence<T, TSteps, TInner, TInnerSteps, TInner> SelectMany<T, TSteps, TInner, TInnerSteps>(
        this IElementSequence<T, TSteps> source, Func<T, IElementSequence<TInner, TInnerSteps>> selector)
        where TSteps : struct, ISequenceSteps<T>
        where TInnerSteps : struct, ISequenceSteps<TInner> => new(source, selector, static (_, inner) => inner);

    public static FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult> SelectMany<T, TSteps, TInner, TInnerSteps, TResult>(
        this IElementSequence<T, TSteps> source, Func<T, IElementSequence<TInner, TInnerSteps>> selector,
        Func<T, TInner, TResult> resultSelector)
        where TSteps : struct, ISequenceSteps<T>
        where TInnerSteps : struct, ISequenceSteps<TInner> => new(source, selector, resultSelector);

    public static int Count<T, TSteps>(this IElementSequence<T, TSteps> source)
        where TSteps : struct, ISequenceSteps<T>
    {
        var count = 0;
        foreach (var _ in source)
            count = checked(count + 1);
        return count;
    }

    public static int Count<T, TSteps>(this IElementSequence<T, TSteps> source, Func<T, bool> predicate)
        where TSteps : struct, ISequenceSteps<T>
    {
        var count = 0;
        foreach (var element in source)
            count = checked(count + (predicate(element) ? 1 : 0));
        return count;
    }

    public static bool Any<T, TSteps>(this IElementSequence<T, TSteps> source)
        where TSteps : struct, ISequenceSteps<T> => source.GetEnumerator().MoveNext();

    public static bool Any<T, TSteps>(this IElementSequence<T, TSteps> source, Func<T, bool> predicate)
        where TSteps : struct, ISequenceSteps<T>
    {
        foreach (var element in source)
        {
            if (predicate(element))
                return true;
        }

        return false;
    }

    public static bool All<T, TSteps>(this IElementSequence<T, TSteps> source, Func<T, bool> predicate)
        where TSteps : struct, ISequenceSteps<T>
    {
        foreach (var element in source)
        {
            if (!predicate(element))
                return false;
        }

        return true;
    }

    /// <exception cref="OverflowException">The sum is not among the numbers of the type.</exception>
    public static TNumber Sum<T, TSteps, TNumber>(this IElementSequence<T, TSteps> source, Func<T, TNumber> selector)
        where TSteps : struct, ISequenceSteps<T>
        where TNumber : struct, INumber<TNumber>
    {
        var sum = TNumber.Zero;
        foreach (var element in source)
            sum = checked(sum + selector(element));
        return sum;
    }

    /// <summary>Of the values that are there; zero where none is.</summary>
    /// <exception cref="OverflowException">The sum is not among the numbers of the type.</exception>
    public static TNumber Sum<T, TSteps, TNumber>(this IElementSequence<T, TSteps> source, Func<T, TNumber?> selector)
        where TSteps : struct, ISequenceSteps<T>
        where TNumber : struct, INumber<TNumber>
    {
        var sum = TNumber.Zero;
        foreach (var element in source)
            sum = checked(sum + selector(element).GetValueOrDefault());
        return sum;
    }

    public static List<T> ToList<T, TSteps>(this IElementSequence<T, TSteps> source)
        where TSteps : struct, ISequenceSteps<T>
    {
        var list = new List<T>();
        foreach (var element in source)
            list.Add(element);
        return list;
    }

    /// <summary>For libraries that take queries; it asks element by element, as LINQ over lists does.</summary>
    [RequiresUnreferencedCode("LINQ compiles such queries when they run, of methods that a trimmed application may lack.")]
    [RequiresDynamicCode("LINQ compiles such queries when they run.")]
    public static IQueryable<T> AsQueryable<T, TSteps>(this IElementSequence<T, TSteps> source)
        where TSteps : struct, ISequenceSteps<T>
    {
        // What translates queries looks at the type behind IEnumerable, and would take ours for one that has other operators.
        return Queryable.AsQueryable(Walk());

        IEnumerable<T> Walk()
        {
            foreach (var element in source)
                yield return element;
        }
    }

    public static T[] ToArray<T, TSteps>(this IElementSequence<T, TSteps> source)
        where TSteps : struct, ISequenceSteps<T> => [.. source.ToList()];
}
