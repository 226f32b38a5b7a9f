/** Stands in the state of the history entry that somebody is leaving from. */
const leaving = 'leave';

/**
 * The script of every page: it leaves. A click on a way out, or Escape three times, ends the visit, empties the document
 * and goes to our first entry of the history. There everything of ours ahead is dropped, and the entry is replaced by the
 * exit. So Back leads away from us, and Forward leads out again. Pages work without it. The page that comes up may be one
 * that the browser kept whole. It knows from the history that somebody is on the way out.
 */
export const leaveScript =
  `(()=>{let d=document,l=d.getElementById('leave'),u=new URL(l.href||l.dataset.exit,d.baseURI).href,v=window.navigation,n=0,
off=()=>location.replace(u),
out=()=>{d.body.textContent='';history.pushState(0,'',u);onpopstate=off;history.back();setTimeout(off,300)},
go=e=>{e&&e.preventDefault();l.form&&navigator.sendBeacon(l.form.action,new FormData(l.form));d.body.textContent='';
if(v&&v.currentEntry.index){v.updateCurrentEntry({state:'${leaving}'});v.traverseTo(v.entries()[0].key).finished.then(out,out);setTimeout(off,900)}else out()};
d.querySelectorAll('.out').forEach(e=>e.onclick=go);
onkeydown=e=>{n=e.key=='Escape'?n+1:0;n>2&&go()};
onpageshow=()=>{v&&v.entries().some(e=>e.getState()=='${leaving}')&&out()};
d.querySelectorAll('[data-js]').forEach(e=>e.hidden=false)})()`.replaceAll('\n', '');

/** Minutes until a page that shows a code or messages covers itself. */
const coverMinutes = 15;

/**
 * For pages that show a code or messages: never shown again out of the browser's memory, covered when nobody is there,
 * and printed by a button. What is typed stays under the cover. A device that sleeps runs no timers, so the clock tells
 * how long nobody was there. The first touch after that may be somebody else's, and covers.
 */
export const guardScript = `(()=>{let d=document,m=d.querySelector('main'),c=d.getElementById('cover'),t,
w=()=>{t=Date.now()},
k=()=>{if(Math.abs(Date.now()-t)>=${coverMinutes}*6e4){m.hidden=true;c.hidden=false}};
addEventListener('pageshow',e=>{e.persisted&&location.reload()});
['keydown','pointerdown','scroll'].forEach(e=>addEventListener(e,()=>{k();m.hidden||w()},true));
d.addEventListener('visibilitychange',k);setInterval(k,5e3);w();
c.onclick=()=>{m.hidden=false;c.hidden=true;w()};
let p=d.getElementById('print');if(p){p.hidden=false;p.onclick=()=>print()}
d.querySelectorAll('[data-no-js]').forEach(e=>e.hidden=true)})()`.replaceAll('\n', '');
