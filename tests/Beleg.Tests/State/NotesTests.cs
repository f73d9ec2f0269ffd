using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class NotesTests : IDisposable
{
    private const string Scope = "2026-09-01/2026-10-01|2026-08-01/2026-09-01|linear";
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void EveryVersionStaysWithItsAuthorTimeAndDraft()
    {
        var first = Add("The bundle sold itself.");
        state.Clock.Advance(Duration.FromHours(1));
        var second = Add("");

        var kept = state.Reopen().Notes.Of("florist", Scope);

        kept.ShouldBe([first, second]);
        (first.Author, first.DraftEn, second.CreatedAt - first.CreatedAt).ShouldBe(("ada@example.com", "It rose.", Duration.FromHours(1)));
    }

    [Fact]
    public void AnErasedVersionKeepsThatItWasThereAndNothingElse()
    {
        var note = Add("Ask Grace Hopper why.");

        state.Store.Notes.Erase("florist", note.Id).ShouldBeTrue();
        state.Store.Notes.Erase("florist", note.Id).ShouldBeFalse("there is nothing left to erase");

        var left = state.Reopen().Notes.Of("florist", Scope).Single();
        (left.Text, left.Author, left.CreatedAt, left.ErasedAt is not null).ShouldBe((null, "", note.CreatedAt, true));
    }

    [Fact]
    public void APersonWhoIsErasedLeavesTheNotesThatNameThem()
    {
        Add("Grace Hopper bought twice.");
        var other = Add("The bundle sold itself.");

        state.Store.Notes.Forget("florist", ["grace hopper", "+1"]).ShouldBe(1);

        state.Store.Notes.Of("florist", Scope).Select(note => note.Text).ShouldBe([null, other.Text]);
    }

    [Fact]
    public void WhatIsWrittenStandsInNoFile()
    {
        Add("Ask Grace Hopper why.");

        state.Reopen();
        state.FilesContain("Grace Hopper").ShouldBeFalse();
    }

    [Fact]
    public void NobodyErasesOrReadsTheNoteOfAnotherWorkspace()
    {
        var note = Add("Ours.");

        state.Store.Notes.Erase("baker", note.Id).ShouldBeFalse();
        state.Store.Notes.Of("baker", Scope).ShouldBeEmpty();
    }

    [Fact]
    public void ANoteThatFillsThePageIsRefused() => Should.Throw<UserErrorException>(() => Add(new string('x', Notes.MaxLength + 1)));

    private Note Add(string text) => state.Store.Notes.Add("florist", "conversion", Scope, text, ("It rose.", "Es stieg."), "ada@example.com");
}
