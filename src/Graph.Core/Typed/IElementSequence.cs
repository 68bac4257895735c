using System.Collections;

namespace Graph.Core;

/// <summary>What goes from element to element: a struct, so that a loop over it keeps it in registers and allocates nothing.</summary>
public interface ISequenceSteps<out T>
{
    /// <summary>Defined after <see cref="MoveNext"/> was true.</summary>
    T Current { get; }

    bool MoveNext();
}

/// <summary>
/// Elements in order whose steps are known by type, so that the operators of <see cref="ElementSequence"/> call nothing through an
/// interface for each of them. LINQ's other operators work too.
/// </summary>
public interface IElementSequence<T, TSteps> : IEnumerable<T>
    where TSteps : struct, ISequenceSteps<T>
{
    new TSteps GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new SequenceEnumerator<T, TSteps>(GetEnumerator());

    IEnumerator IEnumerable.GetEnumerator() => new SequenceEnumerator<T, TSteps>(GetEnumerator());
}

/// <summary>The steps for whoever knows only <see cref="IEnumerable{T}"/>.</summary>
internal sealed class SequenceEnumerator<T, TSteps>(TSteps steps) : IEnumerator<T>
    where TSteps : struct, ISequenceSteps<T>
{
    private TSteps steps = steps;

    public T Current => steps.Current;

    object? IEnumerator.Current => Current;

    public bool MoveNext() => steps.MoveNext();

    /// <exception cref="NotSupportedException">Always.</exception>
    public void Reset() => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
