namespace Graph.Core;

/// <summary>The elements that a predicate accepts; it is asked as they are walked.</summary>
public readonly struct FilteredSequence<T, TSteps> : IElementSequence<T, FilteredSequence<T, TSteps>.Enumerator>
    where TSteps : struct, ISequenceSteps<T>
{
    private readonly IElementSequence<T, TSteps>? source;
    private readonly Func<T, bool> predicate;

    internal FilteredSequence(IElementSequence<T, TSteps> source, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        (this.source, this.predicate) = (source, predicate);
    }

    /// <summary>Those that both accept; of the same type, so that conditions can be added one by one to the same variable.</summary>
    public FilteredSequence<T, TSteps> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var first = this.predicate;
        return new FilteredSequence<T, TSteps>(Source, element => first(element) && predicate(element));
    }

    public Enumerator GetEnumerator() => new(Source.GetEnumerator(), predicate);

    private IElementSequence<T, TSteps> Source => source ?? NoGraph.Throw<IElementSequence<T, TSteps>>("FilteredSequence");

    /// <summary>A sequence that has no condition yet.</summary>
    internal static FilteredSequence<T, TSteps> All(IElementSequence<T, TSteps> source) => new(source, static _ => true);

    public struct Enumerator : ISequenceSteps<T>
    {
        private readonly Func<T, bool> predicate;
        private TSteps steps;

        internal Enumerator(TSteps steps, Func<T, bool> predicate) => (this.steps, this.predicate, Current) = (steps, predicate, default!);

        public T Current { readonly get; private set; }

        public bool MoveNext()
        {
            while (steps.MoveNext())
            {
                Current = steps.Current;
                if (predicate(Current))
                    return true;
            }

            return false;
        }
    }
}

/// <summary>What a selector makes of each element as it is walked.</summary>
public readonly struct ProjectedSequence<T, TSteps, TResult> : IElementSequence<TResult, ProjectedSequence<T, TSteps, TResult>.Enumerator>
    where TSteps : struct, ISequenceSteps<T>
{
    private readonly IElementSequence<T, TSteps>? source;
    private readonly Func<T, TResult> selector;

    internal ProjectedSequence(IElementSequence<T, TSteps> source, Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        (this.source, this.selector) = (source, selector);
    }

    public Enumerator GetEnumerator() =>
        new((source ?? NoGraph.Throw<IElementSequence<T, TSteps>>("ProjectedSequence")).GetEnumerator(), selector);

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TResult, Enumerator>(ProjectedSequence<T, TSteps, TResult> sequence) =>
        FilteredSequence<TResult, Enumerator>.All(sequence);

    public struct Enumerator : ISequenceSteps<TResult>
    {
        private readonly Func<T, TResult> selector;
        private TSteps steps;

        internal Enumerator(TSteps steps, Func<T, TResult> selector) => (this.steps, this.selector, Current) = (steps, selector, default!);

        public TResult Current { readonly get; private set; }

        public bool MoveNext()
        {
            if (!steps.MoveNext())
                return false;
            Current = selector(steps.Current);
            return true;
        }
    }
}

/// <summary>The elements of the sequence that a selector gives for each element, one sequence after another.</summary>
public readonly struct FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult>
    : IElementSequence<TResult, FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult>.Enumerator>
    where TSteps : struct, ISequenceSteps<T>
    where TInnerSteps : struct, ISequenceSteps<TInner>
{
    private readonly IElementSequence<T, TSteps>? source;
    private readonly Func<T, IElementSequence<TInner, TInnerSteps>> selector;
    private readonly Func<T, TInner, TResult> resultSelector;

    internal FlattenedSequence(
        IElementSequence<T, TSteps> source, Func<T, IElementSequence<TInner, TInnerSteps>> selector,
        Func<T, TInner, TResult> resultSelector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(resultSelector);
        this.source = source;
        this.selector = selector;
        this.resultSelector = resultSelector;
    }

    public Enumerator GetEnumerator() => new(this);

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TResult, Enumerator>(
        FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult> sequence) => FilteredSequence<TResult, Enumerator>.All(sequence);

    public struct Enumerator : ISequenceSteps<TResult>
    {
        private readonly FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult> sequence;
        private TSteps steps;
        private T outer;
        private TInnerSteps inner;
        private bool isInside;

        internal Enumerator(FlattenedSequence<T, TSteps, TInner, TInnerSteps, TResult> sequence)
        {
            this.sequence = sequence;
            (steps, outer, inner, isInside) = (
                (sequence.source ?? NoGraph.Throw<IElementSequence<T, TSteps>>("FlattenedSequence")).GetEnumerator(), default!, default,
                false);
            Current = default!;
        }

        public TResult Current { readonly get; private set; }

        public bool MoveNext()
        {
            while (!isInside || !inner.MoveNext())
            {
                isInside = steps.MoveNext();
                if (!isInside)
                    return false;
                outer = steps.Current;
                inner = sequence.selector(outer).GetEnumerator();
            }

            Current = sequence.resultSelector(outer, inner.Current);
            return true;
        }
    }
}
